"""One real PostgreSQL for the whole run, a database for each test worker, and ways to ask the real engine."""

from __future__ import annotations

import asyncio
import fcntl
import gc
import os
import signal
import sys
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import asyncpg
import orjson
import pytest
import pytest_asyncio
from hypothesis import HealthCheck, settings

from countries.connections.address import Address
from countries.connections.database import Database
from countries.embedded.postgres import SUPERUSER, EmbeddedPostgres, find_binaries
from countries.register.register import Register, load_register
from countries.tenancy.caller import Caller, Tier
from countries.tenancy.logins import ALL_LOGINS, OWNER
from countries.tenancy.privileges import close_databases
from graph.closing.close import Closing
from graph.database.citus import distribute
from graph.database.migrate import make_database, migrate
from graph.demo import seed
from graph.entities import graph_model
from graph.execute.engine import Engine
from graph.execute.request import GraphQLRequest
from graph.indicators.period import Period
from graph.schema.sdl import build_schema
from tests.citus.cluster import KEPT, Cluster, ClusterServer, cluster_server
from tests.drawing import Drawing, Told, draw, drawing_of
from tests.releases import publish

if TYPE_CHECKING:
    from tests.closing.templates import Templates

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
"""The instant at which every test happens; the data is seeded as of its day."""

WORLD = ("BE", "KE", "NL")
CHILDREN = 40
SEED = 7
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "160"}

Ask = Callable[..., Awaitable[dict[str, Any]]]


LONGEST = (
    "test_workers.py",
    "test_demonstration.py",
    "test_cli.py",
    "closing/test_incremental.py",
    "closing/test_again.py",
    "compose/test_stack.py",
    "test_generated.py",
    "closing/test_periods.py",
    "closing/test_closing.py",
    "test_rehearsal.py",
    "slices/test_turns.py",
    "closing/test_examining.py",
    "outside/test_outside_tools.py",
    "closing/test_auditing.py",
    "countries/test_replica.py",
    "countries/leaks/test_counter.py",
    "live/test_bounds.py",
    "closing/test_of_before.py",
    "slices/test_kept.py",
    "closing/test_between.py",
    "countries/test_catalogue.py",
    "countries/test_minimality.py",
    "countries/test_rounding.py",
    "closing/test_attacker.py",
    "closing/test_joining.py",
    "closing/test_large_federations.py",
    "live/test_restored_servers.py",
    "backup/test_country.py",
    "backup/test_servers.py",
    "countries/test_postgres.py",
    "coercion/test_edges.py",
    "bulk/test_one_form.py",
    "bulk/test_catalogue.py",
    "bulk/test_holding.py",
    "http/test_graphiql_browser.py",
    "http/test_heads.py",
    "countries/leaks/test_filters.py",
    "countries/leaks/test_fields.py",
)
"""The modules that take longest. They begin first: a module is one process's, and the last ones are to be short."""


# Tests start hundreds of processes of this program: each would compile its modules anew.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# The garbage collector went through all modules again and again, a fifth of what tests compute: it looks at what they
# leave, and not at what they import.
gc.disable()


def pytest_collection_finish() -> None:
    """From here on there is garbage."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 10, 20)
    gc.enable()


DRAWING = pytest.StashKey[Drawing]()
TOLD = pytest.StashKey[Told]()


def pytest_configure(config: pytest.Config) -> None:
    """Settle what is drawn: for all processes of a run alike, also at midnight."""
    given = getattr(config, "workerinput", {}).get("drawing")
    config.stash[DRAWING] = drawing_of(config) if given is None else Drawing.told(given)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:  # noqa: ANN401 - xdist's own
    """Tell a process of the run what is drawn."""
    node.workerinput["drawing"] = node.config.stash[DRAWING].as_told()


def pytest_report_header(config: pytest.Config) -> str:
    """What is drawn, and how to draw the same."""
    return str(config.stash[DRAWING])


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A process of the run tells what it has drawn."""
    told = session.config.stash.get(TOLD, None)
    if told is not None and hasattr(session.config, "workeroutput"):
        session.config.workeroutput["drawn"] = (dict(told.drawn), dict(told.cases))


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:  # noqa: ANN401 - xdist's own
    """Hear it: all have drawn alike."""
    if (drawn := getattr(node, "workeroutput", {}).get("drawn")) is not None:
        node.config.stash[TOLD] = Told(*map(Counter, drawn))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Nothing is left out in silence."""
    if (told := config.stash.get(TOLD, None)) is not None:
        terminalreporter.section("drawn")
        for line in told.lines():
            terminalreporter.write_line(line)
        terminalreporter.write_line(str(config.stash[DRAWING]))


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Draw, and put the tests of the longest modules first; within a module nothing moves."""
    drawing = config.stash[DRAWING]
    if drawing.day is not None:
        left, config.stash[TOLD] = draw(items, drawing.day)
        config.hook.pytest_deselected(items=[item for item in items if item.nodeid in left])
        items[:] = [item for item in items if item.nodeid not in left]
    places = {Path(__file__).parent / name: place for place, name in enumerate(LONGEST)}
    assert all(path.is_file() for path in places), [path for path in places if not path.is_file()]
    items.sort(key=lambda item: places.get(item.path, len(LONGEST)))


EXAMPLES = os.environ.get("HEARTH_EXAMPLES")
"""How many examples each property is tried with, drawn at random; without it the same hundred every time."""
settings.register_profile(
    "house",
    deadline=None,  # a busy machine is no fault
    derandomize=EXAMPLES is None,
    max_examples=int(EXAMPLES or 100),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def interruptible() -> None:
    """A shell that begins the tests in the background lets them ignore Ctrl-C, and so would all that they begin."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def register() -> Register:
    """The real register of countries."""
    return load_register()


@contextmanager
def one_at_a_time(path: Path) -> Iterator[None]:
    """Held by one test process at a time."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@pytest.fixture(scope="session")
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Address]:
    """The run's PostgreSQL, shared by its workers; the last to leave stops it. `tests/citus` asks for a cluster."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    if cluster := getattr(request, "param", None):
        made = shared / "cluster"
        with one_at_a_time(shared / "cluster.lock"):
            is_there = KEPT or made.exists()
            found = asyncio.run(cluster_server(cluster, None if is_there else make_cluster_templates))
            made.touch()
        yield found
        asyncio.run(found.cluster.leave())
        return
    with one_server(shared) as address:
        yield address


@contextmanager
def one_server(shared: Path) -> Iterator[Address]:
    """The run's embedded PostgreSQL with its templates, whoever else uses it."""
    chosen = os.environ.get("HEARTH_PG_BIN")
    postgres = EmbeddedPostgres(
        shared / "postgres", find_binaries(Path(chosen) if chosen else None), logins=ALL_LOGINS, settings=FAST
    )
    address = postgres.start()
    with one_at_a_time(shared / "templates.lock"):
        asyncio.run(make_templates(address))
    yield address
    postgres.stop()


async def make_templates(server: Address) -> None:
    """`empty`, as the migrations leave it, and `world`, seeded with three countries, with some old releases."""
    connection = await asyncpg.connect(**server.connect_arguments(SUPERUSER))
    made = await connection.fetchval("SELECT count(*) FROM pg_database WHERE datname = 'world'")
    await connection.close()
    if made:
        return
    register = load_register()
    await make_database(server, SUPERUSER, "empty")
    await migrate(server.with_database("empty"), OWNER, register)
    await copy_database(server, "empty", "growing")
    await seed(server.with_database("growing"), register, WORLD, CHILDREN, SEED, today=NOW.date())
    await publish(server.with_database("growing"))
    connection = await asyncpg.connect(**server.connect_arguments(SUPERUSER))
    await connection.execute("ALTER DATABASE growing RENAME TO world")
    await connection.close()


async def make_cluster_templates(cluster: Cluster) -> None:
    """The same templates on every node of a cluster, distributed."""
    register = load_register()
    await migrate(await cluster.make("empty"), cluster.login, register)
    growing = await cluster.copy("empty", "world", to_stay=True)
    await distribute(cluster.coordinator.with_database("empty"), cluster.login, tell=lambda _: None)
    await seed(growing, register, WORLD, CHILDREN, SEED, today=NOW.date())
    await publish(growing)
    await distribute(growing, cluster.login, tell=lambda _: None)


async def copy_database(server: Address, template: str, name: str) -> Address:
    """A copy of a template; quick, because PostgreSQL copies its files."""
    if isinstance(server, ClusterServer):
        return await server.cluster.copy(template, name)
    connection = await asyncpg.connect(**server.connect_arguments(SUPERUSER))
    try:
        for statement in ("DROP DATABASE IF EXISTS %I", "CREATE DATABASE %I OWNER %I TEMPLATE %I STRATEGY file_copy"):
            made = await connection.fetchval(
                "SELECT format($1, $2::text, $3::text, $4::text)", statement, name, OWNER, template
            )
            await connection.execute(made)
        # Rights of a database are no part of a copy.
        await close_databases(connection, name)
    finally:
        await connection.close()
    return server.with_database(name)


@pytest.fixture(scope="session")
def worker() -> str:
    """The name of this test process."""
    return os.environ.get("PYTEST_XDIST_WORKER", "alone")


@pytest_asyncio.fixture
async def empty(server: Address, worker: str) -> Address:
    """An empty database, as the migrations leave it."""
    return await copy_database(server, "empty", f"empty_{worker}")


@pytest_asyncio.fixture(scope="session")
async def world(server: Address, worker: str) -> Address:
    """A database with three countries of 40 children each, which no test changes."""
    return await copy_database(server, "world", f"world_{worker}")


@pytest_asyncio.fixture(scope="session")
async def database(world: Address) -> AsyncIterator[Database]:
    """The tiers' pools on the world."""
    database = Database(world)
    await database.open()
    yield database
    await database.close()


@pytest.fixture(scope="session")
def engine(world_engine: Engine) -> Engine:
    """The real engine on the world; the tests of the edge put a smaller one in its place."""
    return world_engine


@pytest.fixture(scope="session")
def world_engine(database: Database, register: Register) -> Engine:
    """The real engine on the world."""
    return Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW)


@pytest.fixture(scope="session")
def templates(server: Address, register: Register, tmp_path_factory: pytest.TempPathFactory, worker: str) -> Templates:
    """The templates of the run."""
    from tests.closing.templates import Templates

    base = tmp_path_factory.getbasetemp()
    return Templates(server, register, base if worker == "alone" else base.parent)


@pytest_asyncio.fixture(scope="session")
async def published(templates: Templates, worker: str) -> AsyncIterator[Engine]:
    """The real engine on a world of which two years are closed."""
    register, closed = templates.register, await templates.closed("world", Period(2024), Period(2025))
    address = await copy_database(templates.server, closed, f"published_{worker}")
    closing = Closing(address, register)
    database = Database(address)
    await database.open()
    yield Engine(build_schema()._schema, graph_model(), register, database, lambda: NOW, closes=closing)
    await database.close()


@pytest_asyncio.fixture(scope="session")
async def operator(world: Address) -> AsyncIterator[asyncpg.Connection[asyncpg.Record]]:
    """A connection that sees every row: what is true, whoever asks."""
    connection = await asyncpg.connect(**world.connect_arguments("hearth_operator"))
    yield connection
    await connection.close()


@pytest_asyncio.fixture(scope="session")
async def programmes(operator: asyncpg.Connection[asyncpg.Record]) -> dict[str, list[UUID]]:
    """The programmes of each country, the one with most children first."""
    rows = await operator.fetch(
        "SELECT p.country_code, p.id FROM programme p LEFT JOIN child c"
        " ON c.country_code = p.country_code AND c.programme_id = p.id GROUP BY 1, 2 ORDER BY count(c.id) DESC, p.id"
    )
    found: dict[str, list[UUID]] = {}
    for row in rows:
        found.setdefault(row["country_code"], []).append(UUID(str(row["id"])))
    return found


@pytest.fixture(scope="session")
def callers(programmes: dict[str, list[UUID]]) -> dict[str, Caller]:
    """One caller of each kind."""
    return {
        "caseworker": Caller("carla", Tier.CASEWORKER, ("BE",), (programmes["BE"][0],)),
        "office": Caller("oscar", Tier.OFFICE, ("BE",)),
        "kenya": Caller("wanjiru", Tier.OFFICE, ("KE",)),
        "region": Caller("rosa", Tier.REGION, ("BE", "NL")),
        "headquarters": Caller("hanna", Tier.HEADQUARTERS),
        "auditor": Caller("aline", Tier.AUDITOR),
    }


@pytest.fixture(scope="session")
def ask(world_engine: Engine, callers: dict[str, Caller]) -> Ask:
    """How a test asks: a document, as whom, and variables by name; the response is the real engine's."""

    async def asked(document: str, as_: str = "office", **variables: object) -> dict[str, Any]:
        answer = await world_engine.answer(GraphQLRequest(document, variables=variables), callers[as_])
        response: dict[str, Any] = orjson.loads(answer.body)
        return response

    return asked
