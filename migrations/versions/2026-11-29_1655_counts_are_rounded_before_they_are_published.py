"""Counts are rounded before they are published."""

from __future__ import annotations

from alembic import op

revision = "202611291655"
down_revision = "202611291620"


def upgrade() -> None:
    # Without a default a server of before, which knows of none, publishes nothing exact beside what is rounded.
    op.execute("""ALTER TABLE release ADD COLUMN commitment TEXT COLLATE "C" NOT NULL DEFAULT ''""")
    op.execute("ALTER TABLE release ALTER COLUMN commitment DROP DEFAULT")
    op.execute("GRANT SELECT (commitment) ON release TO hearth_region")
    op.execute("GRANT SELECT (commitment) ON release TO hearth_headquarters")
    op.execute("GRANT SELECT (commitment) ON release TO hearth_auditor")
    op.execute("GRANT SELECT (commitment) ON release TO hearth_statistics")
    op.execute("GRANT INSERT (commitment) ON release TO hearth_statistics")
    op.execute("ALTER TABLE published_figure ADD COLUMN uncertainty NUMERIC(14, 2)")
    op.execute("GRANT SELECT (uncertainty) ON published_figure TO hearth_region")
    op.execute("GRANT SELECT (uncertainty) ON published_figure TO hearth_headquarters")
    op.execute("GRANT SELECT (uncertainty) ON published_figure TO hearth_statistics")
    op.execute("GRANT INSERT (uncertainty) ON published_figure TO hearth_statistics")
    op.execute("CREATE POLICY published_figure_auditor ON published_figure TO hearth_auditor USING (true)")
    op.execute(
        "GRANT SELECT (release_id, split_by, level, indicator, area, categories, country_code, value, numerator, denominator, status, uncertainty) ON published_figure TO hearth_auditor"
    )
    op.execute("ALTER TABLE figure_proof ADD COLUMN figure BIGINT")
    op.execute("GRANT SELECT (figure) ON figure_proof TO hearth_statistics")
    op.execute("GRANT INSERT (figure) ON figure_proof TO hearth_statistics")
    op.execute("ALTER TABLE figure_proof ADD COLUMN settled BIGINT")
    op.execute("GRANT SELECT (settled) ON figure_proof TO hearth_auditor")
    op.execute("GRANT SELECT (settled) ON figure_proof TO hearth_statistics")
    op.execute("GRANT INSERT (settled) ON figure_proof TO hearth_statistics")
    op.execute("ALTER TABLE figure_proof ADD COLUMN visited BIGINT")
    op.execute("GRANT SELECT (visited) ON figure_proof TO hearth_auditor")
    op.execute("GRANT SELECT (visited) ON figure_proof TO hearth_statistics")
    op.execute("GRANT INSERT (visited) ON figure_proof TO hearth_statistics")
    op.execute("ALTER TABLE figure_proof ADD COLUMN shown INTEGER")
    op.execute("GRANT SELECT (shown) ON figure_proof TO hearth_auditor")
    op.execute("GRANT SELECT (shown) ON figure_proof TO hearth_statistics")
    op.execute("GRANT INSERT (shown) ON figure_proof TO hearth_statistics")
    op.execute("ALTER TABLE figure_proof ADD COLUMN most BIGINT")
    op.execute("GRANT SELECT (most) ON figure_proof TO hearth_auditor")
    op.execute("GRANT SELECT (most) ON figure_proof TO hearth_statistics")
    op.execute("GRANT INSERT (most) ON figure_proof TO hearth_statistics")
    op.execute("GRANT SELECT (updated_at) ON home TO hearth_statistics")
    op.execute("ALTER TABLE published_figure DROP CONSTRAINT published_figure_status_check")
    op.execute(
        "ALTER TABLE published_figure ADD CONSTRAINT published_figure_status_check CHECK (status IN ('PUBLISHED', 'APPROXIMATE', 'SUPPRESSED', 'NOT_AVAILABLE'))"
    )
    op.execute("ALTER TABLE published_figure DROP CONSTRAINT published_figure_hidden_check")
    op.execute(
        "ALTER TABLE published_figure ADD CONSTRAINT published_figure_hidden_check CHECK (status IN ('PUBLISHED', 'APPROXIMATE') OR (value IS NULL AND numerator IS NULL AND denominator IS NULL))"
    )
    op.execute(
        "ALTER TABLE published_figure ADD CONSTRAINT published_figure_uncertainty_check CHECK ((uncertainty IS NOT NULL) = (status = 'APPROXIMATE'))"
    )
    op.execute(
        """
        CREATE TABLE proof_beside (
          release_id UUID NOT NULL,
          of_release UUID NOT NULL,
          measure TEXT COLLATE "C" NOT NULL,
          area TEXT COLLATE "C" NOT NULL,
          split_by TEXT COLLATE "C" NOT NULL,
          categories TEXT COLLATE "C" NOT NULL,
          settled BIGINT NOT NULL,
          visited BIGINT NOT NULL,
          most BIGINT,
          PRIMARY KEY (release_id, of_release, measure, area, split_by, categories)
        )
        """
    )
    op.execute("ALTER TABLE proof_beside ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE proof_beside FORCE ROW LEVEL SECURITY")
    op.execute("CREATE POLICY proof_beside_auditor ON proof_beside TO hearth_auditor USING (true)")
    op.execute("CREATE POLICY proof_beside_statistics ON proof_beside TO hearth_statistics USING (true)")
    op.execute(
        "GRANT SELECT (release_id, of_release, measure, area, split_by, categories, settled, visited, most) ON proof_beside TO hearth_auditor"
    )
    op.execute(
        "GRANT SELECT (release_id, of_release, measure, area, split_by, categories, settled, visited, most), INSERT (release_id, of_release, measure, area, split_by, categories, settled, visited, most) ON proof_beside TO hearth_statistics"
    )
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON proof_beside TO hearth_operator")
    op.execute(
        "COMMENT ON TABLE proof_beside IS 'What else is in the federations that prove a release: numbers of what it does not publish, and those of other releases that lie otherwise beside it.'"
    )
    op.execute("COMMENT ON COLUMN proof_beside.release_id IS 'The release that is proved.'")
    op.execute(
        "COMMENT ON COLUMN proof_beside.of_release IS 'The release whose count it is: itself, or one that was out.'"
    )
    op.execute("COMMENT ON COLUMN proof_beside.measure IS 'What was counted.'")
    op.execute("COMMENT ON COLUMN proof_beside.area IS 'A country''s code, a region, or `FEDERATION`.'")
    op.execute("COMMENT ON COLUMN proof_beside.split_by IS 'The dimensions, joined by commas.'")
    op.execute("COMMENT ON COLUMN proof_beside.categories IS 'The category in each, joined by commas.'")
    op.execute(
        "COMMENT ON COLUMN proof_beside.settled IS 'What it is in the federation that proves stocks; of what was published exactly, that.'"
    )
    op.execute(
        "COMMENT ON COLUMN proof_beside.visited IS 'What it is in the federation that proves flows; as `settled`.'"
    )
    op.execute(
        "COMMENT ON COLUMN proof_beside.most IS 'What public registers left of it at most when the release was drawn; empty where they do not say.'"
    )
    op.execute(
        """
        CREATE TABLE drawing_key (
          purpose TEXT COLLATE "C" NOT NULL,
          secret TEXT COLLATE "C" NOT NULL,
          PRIMARY KEY (purpose),
          CONSTRAINT drawing_key_purpose_check CHECK (purpose = 'ROUNDING')
        )
        """
    )
    op.execute("ALTER TABLE drawing_key ENABLE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE drawing_key FORCE ROW LEVEL SECURITY")
    op.execute("CREATE POLICY drawing_key_statistics ON drawing_key TO hearth_statistics USING (true)")
    op.execute("GRANT SELECT (purpose, secret), INSERT (purpose, secret) ON drawing_key TO hearth_statistics")
    op.execute("GRANT SELECT, INSERT, UPDATE, MAINTAIN ON drawing_key TO hearth_operator")
    op.execute(
        "COMMENT ON COLUMN release.commitment IS 'The SHA-256 digest of the key with which counts were rounded; empty where they were not.'"
    )
    op.execute(
        "COMMENT ON COLUMN published_figure.uncertainty IS 'How far the true value may be from the one that is shown, at most; empty where that is exact or missing.'"
    )
    op.execute(
        "COMMENT ON COLUMN published_figure.status IS 'Whether it is shown, and exact; all hidden ones are alike.'"
    )
    op.execute(
        "COMMENT ON TABLE figure_proof IS 'What stands behind a release: each count, and the interval that everything published leaves of it.'"
    )
    op.execute(
        "COMMENT ON COLUMN figure_proof.low IS 'The least that the count may be, as far as anybody can tell; empty where everybody knows it.'"
    )
    op.execute(
        "COMMENT ON COLUMN figure_proof.figure IS 'What the count was rounded to; empty where everybody knows it.'"
    )
    op.execute(
        "COMMENT ON COLUMN figure_proof.settled IS 'What it is in the federation that proves stocks; empty where everybody knows it.'"
    )
    op.execute(
        "COMMENT ON COLUMN figure_proof.visited IS 'What it is in the federation that proves flows; empty where everybody knows it.'"
    )
    op.execute(
        "COMMENT ON COLUMN figure_proof.shown IS '1 where its figure is shown, 0 where not; empty where everybody knows it.'"
    )
    op.execute(
        "COMMENT ON COLUMN figure_proof.most IS 'What public registers left of it at most when it was drawn; empty where they do not say.'"
    )
    op.execute(
        "COMMENT ON TABLE drawing_key IS 'The key with which counts are rounded: made once, read by the statistics login alone.'"
    )
    op.execute("COMMENT ON COLUMN drawing_key.purpose IS '`ROUNDING`: there is one.'")
    op.execute("COMMENT ON COLUMN drawing_key.secret IS '256 random bits, in hexadecimal digits.'")


def downgrade() -> None:
    op.execute("DROP TABLE drawing_key")
    op.execute("DROP TABLE proof_beside")
    op.execute("DROP POLICY published_figure_auditor ON published_figure")
    op.execute("REVOKE ALL ON published_figure FROM hearth_auditor")
    op.execute(
        "REVOKE SELECT (release_id, split_by, level, indicator, area, categories, country_code, value, numerator, denominator, status) ON published_figure FROM hearth_auditor"
    )
    op.execute("REVOKE SELECT (updated_at) ON home FROM hearth_statistics")
    op.execute("ALTER TABLE published_figure NO FORCE ROW LEVEL SECURITY")
    op.execute(
        "UPDATE published_figure SET status = 'SUPPRESSED', value = NULL, numerator = NULL, denominator = NULL, uncertainty = NULL WHERE status = 'APPROXIMATE'"
    )
    op.execute("ALTER TABLE published_figure FORCE ROW LEVEL SECURITY")
    op.execute("ALTER TABLE published_figure DROP CONSTRAINT published_figure_uncertainty_check")
    op.execute("ALTER TABLE published_figure DROP CONSTRAINT published_figure_status_check")
    op.execute(
        "ALTER TABLE published_figure ADD CONSTRAINT published_figure_status_check CHECK (status IN ('PUBLISHED', 'SUPPRESSED', 'NOT_AVAILABLE'))"
    )
    op.execute("ALTER TABLE published_figure DROP CONSTRAINT published_figure_hidden_check")
    op.execute(
        "ALTER TABLE published_figure ADD CONSTRAINT published_figure_hidden_check CHECK (status = 'PUBLISHED' OR (value IS NULL AND numerator IS NULL AND denominator IS NULL))"
    )
    op.execute("ALTER TABLE release DROP COLUMN commitment")
    op.execute("ALTER TABLE published_figure DROP COLUMN uncertainty")
    op.execute("ALTER TABLE figure_proof DROP COLUMN figure")
    op.execute("ALTER TABLE figure_proof DROP COLUMN settled")
    op.execute("ALTER TABLE figure_proof DROP COLUMN visited")
    op.execute("ALTER TABLE figure_proof DROP COLUMN shown")
    op.execute("ALTER TABLE figure_proof DROP COLUMN most")
    op.execute("COMMENT ON COLUMN published_figure.status IS 'Whether it is shown; all hidden ones are alike.'")
    op.execute(
        "COMMENT ON TABLE figure_proof IS 'What stands behind a release: each count, and for a hidden one the interval that everything published leaves.'"
    )
    op.execute(
        "COMMENT ON COLUMN figure_proof.low IS 'The least that a hidden count may be, as far as anybody can tell; empty where it is published.'"
    )
