"""Documents that are known beforehand: a manifest of a frontend's build, read and prepared when the server starts.

    {"<id>": "<document>", …}                                        what codegen, Relay and urql write
    {"format": "apollo-persisted-query-manifest", "operations": [{"id": …, "body": …}, …]}          what Apollo writes

An id that is a SHA-256 or a SHA-1 has to be that of its document: a manifest that says otherwise is refused, as one is
whose document does not fit the schema. A request names a document by `documentId`, or by `sha256Hash` as persisted
queries do. Nothing is ever added while the server runs.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha1, sha256
from typing import TYPE_CHECKING

from graph.errors import BadUserInput, Forbidden
from graph.reasons import Reason
from graph.settings.settings import TrustedDocuments

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.execute.request import GraphQLRequest

PREFIX = "sha256:"
"""What may stand before the SHA-256 in a `documentId`."""
APOLLO = "apollo-persisted-query-manifest"
SHA256_DIGITS, SHA1_DIGITS = 64, 40
HEX = frozenset("0123456789abcdef")
NOT_SUPPORTED, NOT_FOUND = "PersistedQueryNotSupported", "PersistedQueryNotFound"
"""What libraries of frontends look for: they send the document then, for good or this time."""


class ManifestError(Exception):
    """A manifest that cannot be meant.

    Attributes:
        hint: what to do.
    """

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class KnownDocuments:
    """The documents that are known beforehand.

    Attributes:
        trust: what is done with them.
        texts: by id.
        known: the texts.
    """

    trust: TrustedDocuments = TrustedDocuments.OFF
    texts: Mapping[str, str] = field(default_factory=dict)
    known: frozenset[str] = frozenset()

    @classmethod
    def of(cls, trust: TrustedDocuments, manifest: object) -> KnownDocuments:
        """The documents of a manifest, as JSON gives it.

        Raises:
            ManifestError: it is no manifest, or an id is not that of its document.
        """
        texts = _texts(manifest)
        for id_, text in texts.items():
            _check(id_, text)
        return cls(trust, texts, frozenset(texts.values()))

    def resolved(self, request: GraphQLRequest) -> GraphQLRequest:
        """The request with its document, where it names one.

        Raises:
            BadUserInput: no such document is known here, or it is not the one that it says to be.
            Forbidden: only known documents are run here, and it brings another.
        """
        named = request.document_id
        if named is None:
            if self.trust is TrustedDocuments.REQUIRED and request.document not in self.known:
                raise Forbidden(
                    "Only documents that are known beforehand are run here.",
                    "Send the `documentId` of one that your build has written into the manifest.",
                    reason=Reason.DOCUMENT_NOT_TRUSTED,
                )
            return request
        if request.document:
            return self._same(request, named)
        text = self.texts.get(named.removeprefix(PREFIX)) or self.texts.get(named)
        if text is None or self.trust is TrustedDocuments.OFF:
            raise self._unknown(request)
        return replace(request, document=text, document_id=None)

    def _same(self, request: GraphQLRequest, named: str) -> GraphQLRequest:
        """A request that brings a document, and says which one that is."""
        if request.is_persisted and sha256(request.document.encode()).hexdigest() != named.removeprefix(PREFIX):
            message, hint = "`sha256Hash` is not that of the document.", "Send the SHA-256 of `query`, in hexadecimal."
            raise BadUserInput(message, hint, reason=Reason.DOCUMENT_NOT_TRUSTED)
        if not request.is_persisted:
            message, hint = "A request names a document and brings one.", "Send `documentId` or `query`, not both."
            raise BadUserInput(message, hint, reason=Reason.DOCUMENT_NOT_TRUSTED)
        return self.resolved(replace(request, document_id=None))

    def _unknown(self, request: GraphQLRequest) -> BadUserInput:
        if request.is_persisted:
            message = NOT_SUPPORTED if self.trust is TrustedDocuments.OFF else NOT_FOUND
            return BadUserInput(message, "Send the document in `query`.", reason=Reason.DOCUMENT_NOT_TRUSTED)
        message = "No document of that id is known here."
        hint = "Send the document in `query`, or give the server the manifest of your build."
        return BadUserInput(message, hint, reason=Reason.DOCUMENT_NOT_TRUSTED)


NONE_KNOWN = KnownDocuments()


def _texts(manifest: object) -> dict[str, str]:
    if not isinstance(manifest, dict) or not manifest:
        raise ManifestError("The manifest is no JSON object with documents.", 'Write {"<id>": "<document>"}.')
    if manifest.get("format") == APOLLO:
        operations = manifest.get("operations")
        listed = operations if isinstance(operations, list) else []
        pairs = [(each.get("id"), each.get("body")) if isinstance(each, dict) else (None, None) for each in listed]
    else:
        pairs = list(manifest.items())
    texts: dict[str, str] = {}
    for number, (id_, text) in enumerate(pairs, 1):
        if not isinstance(id_, str) or not isinstance(text, str) or not id_:
            message = f"Entry {number} of the manifest has no id, or no document."
            raise ManifestError(message, "Each is a text.")
        plain = id_.removeprefix(PREFIX)
        if texts.setdefault(plain, text) != text:
            raise ManifestError(f"The manifest has two documents for the id {clipped(id_)}.", "Build it anew.")
    return texts


def _check(id_: str, text: str) -> None:
    """Whether an id that is a digest is the digest of its document."""
    digits = len(id_) if set(id_) <= HEX else 0
    found = {
        SHA256_DIGITS: lambda: sha256(text.encode()).hexdigest(),
        SHA1_DIGITS: lambda: sha1(text.encode(), usedforsecurity=False).hexdigest(),
    }.get(digits)
    if found is not None and found() != id_:
        message = f"The document of {clipped(id_)} has another digest."
        raise ManifestError(message, "Build the manifest anew; nothing may change a document after its digest is made.")


def clipped(id_: str) -> str:
    """An id as it is told: its beginning."""
    return id_ if len(id_) <= 24 else f"{id_[:24]}…"  # noqa: PLR2004 - enough to find it by
