"""The wheel's build hook: what npm builds is built first, so that a wheel and an sdist contain them."""

from __future__ import annotations

import sys
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent))  # an isolated build does not see the repository otherwise

from graph.graphiql.assets import AssetsBuildError, build_all


class GraphiQLBuildHook(BuildHookInterface):
    """Builds GraphiQL and the atlas; without Node.js the wheel is made without them, and says so."""

    def initialize(self, version: str, build_data: dict[str, object]) -> None:  # noqa: ARG002 - hatchling's signature
        """Run before the files are collected. An editable install runs `python -m graph.graphiql.assets`."""
        if version == "editable":
            return
        try:
            build_all()
        except AssetsBuildError as fault:
            self.app.display_warning(f"GraphiQL or the atlas is not in this package: {fault}")
