"""A document's text becomes operations: within limits, parsed, validated, remembered."""
