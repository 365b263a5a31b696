"""The environment, read once."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from graph.settings.settings import Identity, LogFormat, Settings, SettingsError, TrustedDocuments

SECRET = "s3cret-" * 6


def test_an_empty_environment_is_the_embedded_database_and_nobody_signs_in() -> None:
    """Without variables every setting has its default."""
    assert Settings.from_environment({}) == Settings()
    assert Settings().data_dir == Path(".hearth")
    assert Settings().graphiql


def test_an_empty_value_counts_as_unset() -> None:
    """Compose files pass empty variables on; they mean nothing."""
    names = ("HEARTH_DATABASE_URL", "HEARTH_PG_BIN", "HEARTH_DEV_SECRET", "HEARTH_GRAPHIQL", "HEARTH_CORS_ORIGINS")
    assert Settings.from_environment(dict.fromkeys(names, "")) == Settings()


def test_what_proves_a_login_to_postgresql_is_kept_for_its_programs() -> None:
    """A password, a file of them and certificates; nothing else of the shell, and no other server's address."""
    kept = {"HOME": "/srv/o", "PGPASSFILE": "/run/passes", "PGSSLROOTCERT": "/run/ca.pem", "PGPASSWORD": "s3cret"}
    others = {"PGHOST": "elsewhere", "PGDATABASE": "other", "PATH": "/bin", "PGSSLKEY": ""}
    assert Settings.from_environment(kept | others).client_variables == kept


def test_every_variable_is_read(tmp_path: Path) -> None:
    """Each variable of the documentation reaches its setting."""
    manifest = tmp_path / "manifest.json"
    manifest.touch()
    read = Settings.from_environment(
        {
            "HEARTH_DATABASE_URL": "postgresql://db.example:5432/hearth",
            "HEARTH_OWNER_DATABASE_URL": "postgresql://owner@db.example/hearth",
            "HEARTH_OPERATOR_DATABASE_URL": "postgres://operator@db.example/hearth",
            "HEARTH_REPLICA_URL": "postgresql:///hearth?host=/run/replica",
            "HEARTH_CITUS_URL": "postgresql://citus.example/hearth",
            "HEARTH_DATA_DIR": "elsewhere",
            "HEARTH_PG_BIN": str(tmp_path),
            "HEARTH_DATABASE_PASSWORD_OFFICE": "opensesame",
            "HEARTH_OIDC_ISSUER": "https://id.example",
            "HEARTH_OIDC_AUDIENCE": "hearth",
            "HEARTH_OIDC_JWKS_URL": "https://id.example/keys",
            "HEARTH_CORS_ORIGINS": "https://a.example, https://b.example:8443,https://a.example",
            "HEARTH_GRAPHIQL": "OFF",
            "HEARTH_TRUSTED_DOCUMENTS": "preferred",
            "HEARTH_TRUSTED_DOCUMENTS_FILE": str(manifest),
            "HEARTH_LOG_FORMAT": "json",
            "HEARTH_METRICS_HOST": "0.0.0.0",  # noqa: S104 - asked for
            "HEARTH_METRICS_PORT": "19464",
            "HEARTH_REPLICATION_URL": "postgresql://replicator@db.example:5432/",
            "HOME": "/nobody",
        }
    )
    assert read == Settings(
        database_url="postgresql://db.example:5432/hearth",
        owner_database_url="postgresql://owner@db.example/hearth",
        operator_database_url="postgres://operator@db.example/hearth",
        replica_url="postgresql:///hearth?host=/run/replica",
        citus_url="postgresql://citus.example/hearth",
        data_dir=Path("elsewhere"),
        pg_bin=tmp_path,
        database_passwords={"hearth_office": "opensesame"},
        identity=Identity("https://id.example", "hearth", "https://id.example/keys"),
        cors_origins=("https://a.example", "https://b.example:8443"),
        graphiql=False,
        trusted_documents=TrustedDocuments.PREFERRED,
        trusted_documents_file=manifest,
        log_format=LogFormat.JSON,
        metrics_host="0.0.0.0",  # noqa: S104 - asked for
        metrics_port=19_464,
        replication_url="postgresql://replicator@db.example:5432/",
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("HEARTH_DATABASE_URL", "mysql://s3cret@db/hearth"),
        ("HEARTH_DATABASE_URL", "postgresql://s3cret@db:s3cret/hearth"),
        ("HEARTH_DATABASE_URL", "postgresql://[s3cret/hearth"),
        ("HEARTH_OWNER_DATABASE_URL", "s3cret"),
        ("HEARTH_REPLICATION_URL", "https://s3cret@db/"),
        ("HEARTH_METRICS_HOST", "s3cret.example"),
        ("HEARTH_METRICS_HOST", "0.0.0.0/s3cret"),
        ("HEARTH_METRICS_HOST", "0.0.0.0:9464"),
        ("HEARTH_METRICS_PORT", "s3cret"),
        ("HEARTH_METRICS_PORT", "0"),
        ("HEARTH_METRICS_PORT", "-1"),
        ("HEARTH_METRICS_PORT", "65536"),
        ("HEARTH_METRICS_PORT", "65530000000000000001"),
        ("HEARTH_METRICS_PORT", "²"),
        ("HEARTH_OPERATOR_DATABASE_URL", "host=db password=s3cret"),
        ("HEARTH_REPLICA_URL", "http://s3cret"),
        ("HEARTH_CITUS_URL", "sqlite:///s3cret"),
        ("HEARTH_PG_BIN", "/s3cret/nowhere"),
        ("HEARTH_DATABASE_PASSWORD_OFICE", "s3cret"),
        ("HEARTH_CORS_ORIGINS", "*"),
        ("HEARTH_CORS_ORIGINS", "https://s3cret.example/path"),
        ("HEARTH_CORS_ORIGINS", "https://s3cret@a.example"),
        ("HEARTH_CORS_ORIGINS", "https://S3CRET.example"),
        ("HEARTH_CORS_ORIGINS", "null"),
        ("HEARTH_GRAPHIQL", "s3cret"),
        ("HEARTH_TRUSTED_DOCUMENTS", "s3cret"),
        ("HEARTH_LOG_FORMAT", "s3cret"),
    ],
)
def test_a_bad_value_is_refused_by_name(name: str, value: str) -> None:
    """A bad value is refused with its variable and a hint, and is not repeated."""
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({name: value})
    assert caught.value.variable == name
    assert caught.value.hint
    assert str(caught.value).startswith(f"{name}: ")
    assert "s3cret" not in str(caught.value).lower()


@pytest.mark.parametrize(
    ("variables", "blamed"),
    [
        ({"HEARTH_OIDC_ISSUER": "https://id.example"}, "HEARTH_OIDC_AUDIENCE"),
        ({"HEARTH_OIDC_AUDIENCE": "a", "HEARTH_OIDC_JWKS_URL": "https://id.example"}, "HEARTH_OIDC_ISSUER"),
        ({"HEARTH_OIDC_ISSUER": "i", "HEARTH_OIDC_AUDIENCE": "a"}, "HEARTH_OIDC_JWKS_URL"),
    ],
)
def test_half_an_identity_provider_is_refused(variables: dict[str, str], blamed: str) -> None:
    """Issuer, audience and keys come together, or tokens of anybody would do."""
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment(variables)
    assert caught.value.variable == blamed


@pytest.mark.parametrize(
    "url", ["http://id.example/keys", "file:///etc/passwd", "https://", "id.example", "http://[::"]
)
def test_keys_come_over_https_only(url: str) -> None:
    """Whoever can change the keys on their way can sign in as anybody."""
    variables = {"HEARTH_OIDC_ISSUER": "i", "HEARTH_OIDC_AUDIENCE": "a", "HEARTH_OIDC_JWKS_URL": url}
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment(variables)
    assert caught.value.variable == "HEARTH_OIDC_JWKS_URL"


def test_keys_may_come_from_this_machine_over_http() -> None:
    """On loopback nobody is on the way."""
    url = "http://127.0.0.1:9000/keys"
    read = Settings.from_environment(
        {"HEARTH_OIDC_ISSUER": "i", "HEARTH_OIDC_AUDIENCE": "a", "HEARTH_OIDC_JWKS_URL": url}
    )
    assert read.identity == Identity("i", "a", url)


PROVIDER = {
    "HEARTH_OIDC_ISSUER": "i",
    "HEARTH_OIDC_AUDIENCE": "a",
    "HEARTH_OIDC_JWKS_URL": "https://id.example/keys",
}


def test_lifetime_and_skew_of_a_provider() -> None:
    """Tokens live for an hour at most and clocks are a minute apart, unless the environment says less, or more."""
    usual = Settings.from_environment(PROVIDER).identity
    assert usual is not None
    assert (usual.lifetime, usual.clock_skew) == (timedelta(hours=1), timedelta(minutes=1))
    for lifetime, skew in ((60, 0), (900, 300), (3600, 600)):
        variables = {**PROVIDER, "HEARTH_OIDC_LIFETIME": str(lifetime), "HEARTH_OIDC_CLOCK_SKEW": f" {skew} "}
        read = Settings.from_environment(variables).identity
        assert read is not None
        assert (read.lifetime, read.clock_skew) == (timedelta(seconds=lifetime), timedelta(seconds=skew))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("HEARTH_OIDC_LIFETIME", value) for value in ("59", "3601", "86400", "1h", "-1", "60.5", "9" * 5_000)),
        *(("HEARTH_OIDC_CLOCK_SKEW", value) for value in ("601", "-1", "a minute", "1e2", "0x10")),
        ("HEARTH_OIDC_CLAIMS", "nowhere.toml"),
        ("HEARTH_OIDC_SKEW", "60"),
    ],
)
def test_what_else_is_said_of_a_provider_is_read_or_refused(name: str, value: str) -> None:
    """A number outside what may be meant, a file that is not there and a variable that nobody reads have their name."""
    with pytest.raises(SettingsError) as caught:
        Settings.from_environment({**PROVIDER, name: value})
    assert caught.value.variable == name
    assert caught.value.hint


def test_a_skew_without_a_provider_is_refused() -> None:
    """What is said of a provider's tokens means nothing without one."""
    for name in ("HEARTH_OIDC_LIFETIME", "HEARTH_OIDC_CLOCK_SKEW", "HEARTH_OIDC_CLAIMS"):
        with pytest.raises(SettingsError, match="HEARTH_OIDC_ISSUER"):
            Settings.from_environment({name: "60"})


def test_a_development_secret_and_an_issuer_exclude_each_other() -> None:
    """A server takes development tokens or the organisation's, never both."""
    with pytest.raises(SettingsError, match="HEARTH_DEV_SECRET"):
        Settings(dev_secret=SECRET, identity=Identity("i", "a", "https://id.example"))


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.10", "::1", "[::1]", "localhost", "LOCALHOST"])
def test_development_tokens_are_for_this_machine(host: str) -> None:
    """A server with a development secret may bind any loopback address."""
    Settings(dev_secret=SECRET).check_bind(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "", "192.0.2.1", "hearth.example", "127.0.0.1.example"])  # noqa: S104 - refused
def test_development_tokens_are_for_no_other_machine(host: str) -> None:
    """A server with a development secret refuses to bind anything else, and one without does not mind."""
    with pytest.raises(SettingsError, match="loopback"):
        Settings(dev_secret=SECRET).check_bind(host)
    Settings(identity=Identity("i", "a", "https://id.example")).check_bind(host)


def test_the_repr_hides_secrets() -> None:
    """Settings may be logged."""
    settings = Settings(
        dev_secret=SECRET,
        database_url="postgresql://u:hidden@db/hearth",
        owner_database_url="postgresql://u:hidden@db/hearth",
        operator_database_url="postgresql://u:hidden@db/hearth",
        replica_url="postgresql://u:hidden@db/hearth",
        citus_url="postgresql://u:hidden@db/hearth",
        database_passwords={"hearth_office": "hidden"},
    )
    assert "s3cret" not in repr(settings)
    assert "hidden" not in repr(settings)


def test_the_process_environment_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a mapping the process's own variables are read."""
    monkeypatch.setenv("HEARTH_LOG_FORMAT", "json")
    assert Settings.from_environment().log_format is LogFormat.JSON
