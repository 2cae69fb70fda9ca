package uk.mashhub.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import uk.mashhub.policy.agreement.AgreementFolder;
import uk.mashhub.policy.agreement.RuleBook;

/** The agreements that are measured: the whole folder that the hub ships with. */
final class Shipped {
    static final Path AGREEMENTS = Path.of(System.getProperty("mash.agreements", "config/agreements"));

    /** A day on which no duty that is off has started. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private Shipped() {}

    /** @throws IllegalStateException if they do not load */
    static RuleBook book() {
        AgreementFolder.Result read = AgreementFolder.read(AGREEMENTS);
        return read.book().orElseThrow(() -> new IllegalStateException("these do not load: " + read.problems()));
    }
}
