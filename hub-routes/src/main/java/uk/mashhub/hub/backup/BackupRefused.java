package uk.mashhub.hub.backup;

import java.io.IOException;

/** A backup that is not whole, not this hub's, or not for this place. The message says so in words. */
public final class BackupRefused extends IOException {
    private static final long serialVersionUID = 1L;

    public BackupRefused(String why) {
        super(why);
    }
}
