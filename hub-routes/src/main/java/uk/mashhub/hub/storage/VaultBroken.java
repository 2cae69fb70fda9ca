package uk.mashhub.hub.storage;

/** A sealed body that does not open: changed, moved to another row, or of another holder. Nothing of it is shown. */
public final class VaultBroken extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    VaultBroken(String table) {
        super("a sealed body of " + table + " does not open");
    }
}
