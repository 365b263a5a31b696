"""The manifest of documents that are known beforehand: read and prepared before anybody is served."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import HearthErrors
from graph.execute.trusted import KnownDocuments, ManifestError, clipped
from graph.http.json_text import read_json
from graph.settings.settings import Settings, SettingsError, TrustedDocuments

if TYPE_CHECKING:
    from graph.execute.engine import Engine

VARIABLE = "HEARTH_TRUSTED_DOCUMENTS_FILE"


def trusted_documents(settings: Settings, engine: Engine) -> KnownDocuments:
    """The documents of the manifest that is named; none where they are not used.

    Raises:
        SettingsError: the manifest cannot be read or meant, or a document of it does not fit the schema.
    """
    path = settings.trusted_documents_file
    if settings.trusted_documents is TrustedDocuments.OFF or path is None:
        return KnownDocuments()
    try:
        manifest = KnownDocuments.of(settings.trusted_documents, read_json(path.read_bytes()))
    except OSError as fault:
        message = f"The manifest cannot be read: {fault.strerror or 'the system refuses'}."
        raise SettingsError(VARIABLE, message, "Name a file that this server may read.") from None
    except ValueError:
        raise SettingsError(VARIABLE, "The manifest is no JSON, or gives a member twice.", "Build it anew.") from None
    except ManifestError as error:
        raise SettingsError(VARIABLE, str(error), error.hint) from None
    for id_, text in manifest.texts.items():
        try:
            engine.keep([text])
        except HearthErrors as errors:
            first = errors.errors[0]
            message = f"The document of {clipped(id_)} does not fit the schema: {first}"
            raise SettingsError(VARIABLE, message, first.hint or "Build the manifest anew.") from None
    return manifest
