"""What the file says of its services: who waits for whom, who is root, what is kept where, what is called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import yaml

from graph.cli import main
from graph.http.arrivals import WireLimits
from graph.serving.server import GRACE_SECONDS, SPARE_DESCRIPTORS
from tests.compose.files import (
    COMPOSE,
    DOCKERFILE,
    ROOT,
    SERVICES,
    TOOLS,
    called,
    each_service,
    environment_of,
    filled,
    in_profile,
    mounts,
)

if TYPE_CHECKING:
    import click


def test_each_profile_has_its_services() -> None:
    """Without a profile there are a database with its archive, migration and server; the others come when asked for."""
    assert in_profile(None) == {"database", "replicator", "archive", "migration", "server"}
    assert in_profile("replica") == {"replica"}
    assert in_profile("tools") == TOOLS
    assert in_profile("citus") == {
        "citus-coordinator", "citus-worker-1", "citus-worker-2", "citus-nodes", "citus-migration",
        "citus-passwords", "citus-distribution", "citus-server",
    }  # fmt: skip


@each_service
def test_what_a_service_waits_for_starts_with_it(name: str) -> None:
    """A dependency exists, starts without a profile or in the same one, and can be waited for in that way."""
    for needed, how in SERVICES[name].get("depends_on", {}).items():
        assert SERVICES[needed].get("profiles") in (None, SERVICES[name].get("profiles"))
        if how["condition"] == "service_healthy":
            assert SERVICES[needed]["healthcheck"]["test"][0] == "CMD"
        else:
            assert how["condition"] == "service_completed_successfully"
            assert SERVICES[needed]["restart"] == "no"


def test_everything_waits_for_what_it_needs() -> None:
    """Migration after a healthy database, distribution after migration, servers last; a replica holds no server up."""
    steps = {name: set(service.get("depends_on", {})) for name, service in SERVICES.items()}

    assert steps["server"] == {"migration"}
    assert steps["migration"] == {"database"}
    assert steps["replica"] == {"replicator"}
    assert steps["replicator"] == {"database"}
    assert steps["archive"] == steps["copy"] == {"replicator"}
    assert steps["rehearse"] == steps["recover"] == set(), "neither needs the server that is lost"
    assert steps["restore"] == {"database"}, "what is restored brings its tables"
    assert all(steps[tool] == {"migration"} for tool in TOOLS - {"copy", "rehearse", "recover", "restore"})
    assert steps["citus-server"] == {"citus-distribution"}
    assert steps["citus-distribution"] == {"citus-passwords"}
    assert steps["citus-passwords"] == {"citus-migration"}
    assert steps["citus-migration"] == {"citus-nodes"}
    assert steps["citus-nodes"] == {"citus-coordinator", "citus-worker-1", "citus-worker-2"}


@each_service
def test_what_runs_on_has_a_health_check_and_a_step_has_none(name: str) -> None:
    """Whatever is restarted tells whether it works."""
    assert ("healthcheck" in SERVICES[name]) == (SERVICES[name]["restart"] == "unless-stopped")


@each_service
def test_nothing_runs_as_root(name: str) -> None:
    """PostgreSQL's images run as their own account, ours as nobody in particular, and nobody gains a capability."""
    service = SERVICES[name]
    user = filled(service.get("user", "the image's"), {})

    assert user == "postgres" if "image" in service else service["build"] == "."
    assert user in {"postgres", "the image's", "999:999", "10001:10001"}
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert not {"privileged", "cap_add", "pid", "network_mode"} & set(service)


def test_what_ends_has_the_time_that_it_takes() -> None:
    """An engine kills after ten seconds: requests under way are waited for longer, and so is the last checkpoint."""
    for name in ("server", "citus-server"):
        assert int(SERVICES[name]["stop_grace_period"].removesuffix("s")) > GRACE_SECONDS
        assert SERVICES[name]["ulimits"]["nofile"]["soft"] >= WireLimits().connections + SPARE_DESCRIPTORS
    assert all(
        service["stop_grace_period"] == "2m" for service in SERVICES.values() if service.get("shm_size") is not None
    )


def commands() -> list[list[str]]:
    """Every call of `hearth` in the two files."""
    written = [called(name) for name, service in SERVICES.items() if "build" in service]
    return [*written, yaml.safe_load(DOCKERFILE.rpartition("CMD ")[2])]


@pytest.mark.parametrize("command", commands(), ids=" ".join)
def test_every_command_is_one_of_ours(command: list[str]) -> None:
    """The command exists, and takes these options."""
    program, name, *options = command
    found: click.Command = main.commands[name]

    assert program == "hearth"
    assert found.make_context(name, list(options))


def test_the_nodes_of_a_cluster_are_those_of_the_file() -> None:
    """Citus registers the services by their names, and forwards the scope of a transaction to them."""
    script = "\n".join(SERVICES["citus-nodes"]["command"])
    nodes = SERVICES["citus-nodes"]["depends_on"]

    assert set(re.findall(r"citus_(?:set_coordinator_host|add_node)\('([^']+)', 5432\)", script)) == set(nodes)
    assert "citus.propagate_set_commands = 'local'" in script
    assert {SERVICES[node]["image"] for node in nodes} == {"citusdata/citus:14.1.0"}
    assert (
        len({SERVICES[node]["volumes"][0] for node in nodes} & {f"{node}:/var/lib/postgresql" for node in nodes}) == 3
    )


def test_every_volume_is_declared_and_no_two_servers_share_one() -> None:
    """Only the step that fills an empty one writes to a server's data beside it; only the archive to the archive."""
    users = [(volume, name) for name in SERVICES for volume in mounts(name)]
    servers = {name for name, service in SERVICES.items() if service.get("command", [""])[0] == "postgres"}

    assert {volume for volume, _ in users} == set(COMPOSE["volumes"])
    for server in servers:
        assert mounts(server)[server] == "/var/lib/postgresql"
        assert {name for volume, name in users if volume == server} - {"recover"} == {server} | ({"archive"} & {server})
    assert {name for volume, name in users if volume == "archive"} == {
        "archive", "copy", "database", "rehearse", "recover",
    }  # fmt: skip
    assert {name for name in SERVICES if mounts(name).get("archive") == "/archive"} == {"archive", "copy"}


def test_what_hearth_writes_has_a_folder_that_it_may_write_to() -> None:
    """A volume takes its owner from the image: PostgreSQL's account there, or ours; people's files are theirs."""
    made = re.findall(r"install --directory --owner=(\d+) (?:--group=\1 )?--mode=0700 (.+)", DOCKERFILE)
    owners = {place: owner for owner, places in made for place in places.split()}
    for name, service in SERVICES.items():
        if "build" in service:
            for place in mounts(name).values():
                assert owners[place.removesuffix(":ro")] == service.get("user", "10001").split(":")[0]
        for folder in service.get("volumes", []):
            if isinstance(folder, dict):
                assert folder["bind"] == {"create_host_path": False}, "a folder that an engine makes is root's"
                assert service["user"] == "${HEARTH_FILES_USER:-10001:10001}"


def test_what_a_migration_leaves_to_people_outlives_its_container() -> None:
    """The files that `hearth migrate` names are in a volume: the container's own file system takes none."""
    for name in ("migration", "citus-migration"):
        assert SERVICES[name]["read_only"]
        assert environment_of(SERVICES[name])["HEARTH_DATA_DIR"] == mounts(name)["data"]


def test_the_image_is_built_from_pinned_packages_and_holds_graphiql() -> None:
    """Every package comes with its hash, the assets are built from their lock file, and no local ones get in."""
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()

    assert "--require-hashes -r requirements.txt -r requirements-build.txt" in DOCKERFILE
    assert "--no-deps --no-build-isolation ." in DOCKERFILE
    assert "COPY --from=assets /source/graph/static graph/static" in DOCKERFILE
    assert {".env", ".venv", "graph/static"} <= set(ignored)


def test_the_image_runs_as_nobody_in_particular() -> None:
    """The last stage has a user without rights, and no package manager of Node."""
    last = DOCKERFILE.rpartition("FROM ")[2]

    assert re.search(r"^USER [1-9]\d*$", last, re.MULTILINE)
    assert last.startswith("python:")
    assert "npm" not in last.partition("COPY")[2]
