"""Names of people: what Faker knows of each country and language, drawn once into pools, because Faker is slow."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from graph.entities.child import Sex
from graph.text import TextForm, normal

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from countries.register.register import RegisteredCountry

DRAWS = 400
"""How often Faker is asked for each pool; what it says twice stands there once."""

POOLS_KEPT = 16
"""Pools held at once: seeding every country needs each of them a few times and never all together."""

NEIGHBOURS = {
    "BF": "ha_NG", "BI": "sw", "BJ": "yo_NG", "BW": "zu_ZA", "CD": "sw", "CI": "tw_GH", "CM": "en_NG", "DJ": "ar_SA",
    "ET": "en_KE", "GH": "tw_GH", "GM": "en_NG", "GN": "ha_NG", "JM": "en_GB", "KE": "en_KE", "LR": "en_NG",
    "LS": "zu_ZA", "MA": "ar_DZ", "ML": "ha_NG", "MU": "en_IN", "MW": "en_KE", "NA": "zu_ZA", "NE": "ha_NG",
    "PH": "es_ES", "PK": "en_PK", "RW": "en_KE", "SL": "en_NG", "SN": "ha_NG", "SO": "ar_SA", "SS": "en_KE",
    "SZ": "zu_ZA", "TD": "ha_NG", "TG": "tw_GH", "TN": "ar_DZ", "TZ": "sw", "UG": "en_KE", "ZA": "zu_ZA", "ZM": "sw",
    "ZW": "zu_ZA",
}  # fmt: skip
"""Where Faker does not know a country in its official language, the nearest place whose people it does know."""

LANGUAGES = {
    "af": "nl_NL", "ar": "ar_AA", "ay": "es_CL", "az": "az_AZ", "be": "ru_RU", "bg": "bg_BG", "bm": "fr_FR",
    "bn": "bn_BD", "bs": "hr_HR", "ca": "es_ES", "cnr": "hr_HR", "cs": "cs_CZ", "da": "da_DK", "de": "de_DE",
    "el": "el_GR", "en": "en_GB", "es": "es_ES", "et": "et_EE", "eu": "es_ES", "fa": "fa_IR", "fi": "fi_FI",
    "fj": "en_NZ", "fr": "fr_FR", "fy": "nl_NL", "ga": "ga_IE", "gl": "es_ES", "gn": "es_AR", "ha": "ha_NG",
    "he": "he_IL", "hi": "hi_IN", "hif": "en_IN", "hr": "hr_HR", "ht": "fr_FR", "hu": "hu_HU", "hy": "hy_AM",
    "id": "id_ID", "is": "is_IS", "it": "it_IT", "ja": "ja_JP", "ka": "ka_GE", "kk": "ru_RU", "km": "th_TH",
    "ko": "ko_KR", "ku": "ar_AA", "ky": "ru_RU", "lb": "de_LU", "lo": "th_TH", "lt": "lt_LT", "lv": "lv_LV",
    "mg": "fr_FR", "mk": "mk_MK", "mn": "ru_RU", "nb": "no_NO", "ne": "ne_NP", "nl": "nl_NL", "nn": "no_NO",
    "pl": "pl_PL", "ps": "fa_IR", "pt": "pt_PT", "qu": "es_CL", "rm": "it_IT", "ro": "ro_RO", "ru": "ru_RU",
    "sg": "fr_FR", "si": "si_LK", "sk": "sk_SK", "sq": "hr_HR", "sr": "hr_HR", "sv": "sv_SE", "sw": "sw",
    "ta": "ta_IN", "tg": "fa_IR", "th": "th_TH", "tr": "tr_TR", "uk": "uk_UA", "ur": "en_PK", "uz": "uz_UZ",
    "vi": "vi_VN", "wo": "fr_FR", "zgh": "ar_AA", "zh": "zh_CN", "zu": "zu_ZA",
}  # fmt: skip
"""Where Faker knows the speakers of a language, or those who live beside them."""

LAST_RESORT = "en_GB"

GENDERED = frozenset(
    {"az_AZ", "bg_BG", "cs_CZ", "el_GR", "is_IS", "lv_LV", "mk_MK", "ru_RU", "sk_SK", "uk_UA", "uz_UZ"}
)
"""Where sisters and brothers bear two forms of one family name."""

ENDINGS = (
    ("son", "dóttir"), ("ov", "ova"), ("ev", "eva"), ("ов", "ова"), ("ев", "ева"), ("ёв", "ёва"), ("ин", "ина"),
    ("ски", "ска"), ("ский", "ская"), ("ský", "ská"),
    ("oğlu", "qızı"),  # noqa: RUF001 - a letter of Azerbaijani, not a mistyped i
)  # fmt: skip
"""How brothers' names end, and how their sisters' do."""

ENDING = 4
"""The most letters by which the two forms of another name differ."""

FEWEST_PAIRS = 20


@dataclass(frozen=True, slots=True)
class FamilyName:
    """One family's name, as its daughters and as its sons bear it."""

    female: str
    male: str

    def of(self, sex: Sex) -> str:
        """The form that a child of this sex bears."""
        return self.male if sex is Sex.MALE else self.female


@dataclass(frozen=True, slots=True)
class LocaleNames:
    """The names of one locale."""

    female: tuple[str, ...]
    male: tuple[str, ...]
    families: tuple[FamilyName, ...]

    def given(self, sex: Sex, rng: Random) -> str:
        """A given name for a child of this sex, or any where the sex is neither or unknown."""
        if sex is Sex.FEMALE:
            return rng.choice(self.female)
        if sex is Sex.MALE:
            return rng.choice(self.male)
        return rng.choice(rng.choice((self.female, self.male)))

    def family(self, rng: Random) -> FamilyName:
        """A family's name."""
        return rng.choice(self.families)


def locale_of(country: RegisteredCountry, language: str) -> str:
    """The Faker locale whose names come nearest to those of a country's speakers of a language."""
    own = f"{language}_{country.code}"
    if _is_known(own):
        return own
    return NEIGHBOURS.get(country.code) or LANGUAGES.get(language) or LAST_RESORT


@cache
def _is_known(locale: str) -> bool:
    """Whether Faker has names of its own for a locale."""
    return find_spec(f"faker.providers.person.{locale}") is not None


@lru_cache(maxsize=POOLS_KEPT)
def names_of(locale: str) -> LocaleNames:
    """The names of a locale: the same on every call, whatever else was drawn before."""
    from faker import Faker

    fake = Faker(locale, providers=["faker.providers.person"], use_weighting=False)
    fake.seed_instance(locale)
    return LocaleNames(
        female=_pool(fake.first_name_female),
        male=_pool(fake.first_name_male),
        families=_families(locale, _pool(fake.last_name_female), _pool(fake.last_name_male)),
    )


def _pool(draw: Callable[[], str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in (normal(draw(), TextForm.NAME) for _ in range(DRAWS)) if name))


def _families(locale: str, female: tuple[str, ...], male: tuple[str, ...]) -> tuple[FamilyName, ...]:
    if locale in GENDERED:
        pairs = tuple(pair for name in male if (pair := _pair(name, female)) is not None)
        if len(pairs) >= FEWEST_PAIRS:
            return pairs
    return tuple(FamilyName(name, name) for name in dict.fromkeys((*female, *male)))


def _pair(male: str, female: tuple[str, ...]) -> FamilyName | None:
    """The sisters' form of a brother's name: by its ending, or the one that shares its stem, the shortest of these."""
    if male.endswith(tuple(sisters for _, sisters in ENDINGS)):
        return None  # a list of Faker's that does not tell them apart
    for brothers, sisters in ENDINGS:
        if male.endswith(brothers):
            return FamilyName(male.removesuffix(brothers) + sisters, male)
    if male in female:
        return FamilyName(male, male)
    bare = _without_accents(male)
    near = [
        (-shared, len(name), name)
        for name in female
        if name[0] == male[0]
        and abs(len(name) - len(male)) <= ENDING
        and (shared := _shared(bare, _without_accents(name))) >= max(3, len(bare) - 2)
    ]
    return FamilyName(min(near)[2], male) if near else None


def _shared(one: str, other: str) -> int:
    """How many letters two names begin with together."""
    pairs = zip(one, other, strict=False)
    return next((number for number, (here, there) in enumerate(pairs) if here != there), min(len(one), len(other)))


@lru_cache(maxsize=POOLS_KEPT * DRAWS)
def _without_accents(name: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter))
