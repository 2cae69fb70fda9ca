package uk.mashhub.hub.command;

import java.nio.file.Path;

/** Folders as people name them: from where they stand, which the launcher tells, and not from where it runs. */
final class Places {
    private Places() {}

    static Path named(Path place) {
        String from = System.getenv("MASH_FROM");
        return from == null ? place : Path.of(from).resolve(place).normalize();
    }
}
