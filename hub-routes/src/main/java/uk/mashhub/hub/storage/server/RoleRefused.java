package uk.mashhub.hub.storage.server;

/** The database or one of its users is not set up so that row-level security holds. The hub does not start. */
public final class RoleRefused extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    RoleRefused(String what) {
        super(what + "; see config/sql/roles.sql");
    }
}
