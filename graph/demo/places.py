"""Names of places: towns that Faker knows by their real names, else the capital's quarters."""

from __future__ import annotations

from functools import lru_cache
from random import Random
from typing import TYPE_CHECKING

from graph.text import TextForm, normal

if TYPE_CHECKING:
    from countries.register.register import RegisteredCountry

DRAWS = 120

PLACES_KEPT = 16

TOWNS = {
    "AM": "hy_AM", "AR": "es_AR", "AT": "de_AT", "AZ": "az_AZ", "BD": "bn_BD", "BE": "nl_BE", "CH": "de_CH",
    "CL": "es_CL", "CO": "es_CO", "CZ": "cs_CZ", "DE": "de_DE", "DK": "da_DK", "DZ": "fr_DZ", "ES": "es_ES",
    "FI": "fi_FI", "GE": "ka_GE", "GR": "el_GR", "HR": "hr_HR", "HU": "hu_HU", "ID": "id_ID", "IL": "he_IL",
    "IN": "en_IN", "IT": "it_IT", "JP": "ja_JP", "KR": "ko_KR", "MK": "mk_MK", "NL": "nl_NL", "NP": "ne_NP",
    "PL": "pl_PL", "PT": "pt_PT", "RO": "ro_RO", "RU": "ru_RU", "SE": "sv_SE", "SK": "sk_SK", "TH": "th_TH",
    "UA": "uk_UA", "ZA": "zu_ZA",
}  # fmt: skip
"""The Faker locales that draw from a country's real towns; the others make up English or French ones."""

KNOWN_TOWNS = {
    "BR": ("Recife", "Manaus", "Goiânia", "Porto Alegre", "Belém", "Juiz de Fora", "Pouso Alegre", "Caicó"),
    "FR": ("Amiens", "Angers", "Brest", "Dijon", "Le Mans", "Metz", "Nîmes", "Pau", "Valence", "Colmar"),
    "GB": ("Bangor", "Carlisle", "Dundee", "Exeter", "Lincoln", "Newry", "Preston", "Stirling", "Swansea", "York"),
    "KE": ("Eldoret", "Embu", "Kakamega", "Kilifi", "Kisumu", "Kitale", "Machakos", "Meru", "Mombasa", "Naivasha",
           "Nairobi", "Nakuru", "Nyeri", "Thika", "Voi"),
    "MX": ("Comitán", "Morelia", "Oaxaca", "Puebla", "Querétaro", "Tehuacán", "Tijuana", "Xalapa"),
    "US": ("Boise", "Duluth", "El Paso", "Fresno", "Lansing", "Macon", "Reno", "Rockford", "Spokane", "Tulsa"),
}  # fmt: skip

NORTH, EAST, AROUND = 6000, 17000, 100
"""Hundredths of a degree: where a country's middle may lie, and how far its places from there."""

QUARTERS = (
    "North", "South", "East", "West", "Central", "Riverside", "Hillside", "Market", "Station", "Old Town", "Garden",
    "Orchard", "Bridge", "Mill", "School Road", "University",
)  # fmt: skip


@lru_cache(maxsize=PLACES_KEPT)
def places_of(country: RegisteredCountry) -> tuple[str, ...]:
    """Places of a country, no name twice: the same on every call."""
    if country.code in KNOWN_TOWNS:
        return KNOWN_TOWNS[country.code]
    if country.code in TOWNS:
        return _towns(TOWNS[country.code])
    capital = country.time_zone.key.rpartition("/")[2].replace("_", " ")
    return tuple(f"{capital} {quarter}" for quarter in QUARTERS)


def spot_of(country: RegisteredCountry, place: str) -> tuple[int, int]:
    """Where a place lies, in hundredths of a degree north and east: made up, and near the country's others."""
    middle, around = Random(f"{country.code} middle"), Random(f"{country.code} {place} spot")
    return (
        middle.randint(-NORTH, NORTH) + around.randint(-AROUND, AROUND),
        middle.randint(-EAST, EAST) + around.randint(-AROUND, AROUND),
    )


def _towns(locale: str) -> tuple[str, ...]:
    from faker import Faker

    fake = Faker(locale, providers=["faker.providers.address", "faker.providers.person"], use_weighting=False)
    fake.seed_instance(locale)
    towns = (normal(fake.city(), TextForm.NAME) for _ in range(DRAWS))
    return tuple(dict.fromkeys(town for town in towns if "(" not in town))
