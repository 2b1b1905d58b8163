namespace Vattenpass.Web.Data.Trail;

/// <summary>SQL that refuses UPDATE and DELETE of audit entries, run by the first migration of each database.</summary>
public static class Triggers
{
    public const string Sqlite = """
        CREATE TRIGGER trail_no_update BEFORE UPDATE ON Trail BEGIN SELECT RAISE(ABORT, 'An audit entry is never changed.'); END;
        CREATE TRIGGER trail_no_delete BEFORE DELETE ON Trail BEGIN SELECT RAISE(ABORT, 'An audit entry is never deleted.'); END;
        """;

    public const string Postgres = """
        CREATE FUNCTION trail_is_append_only() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'An audit entry is never changed or deleted.'; END; $$ LANGUAGE plpgsql;
        CREATE TRIGGER trail_no_change BEFORE UPDATE OR DELETE ON "Trail" FOR EACH ROW EXECUTE FUNCTION trail_is_append_only();
        CREATE TRIGGER trail_no_truncate BEFORE TRUNCATE ON "Trail" FOR EACH STATEMENT EXECUTE FUNCTION trail_is_append_only();
        """;
}
