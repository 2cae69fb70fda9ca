package uk.mashhub.policy.view;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.mashhub.model.enquiry.AgencyStatus;
import uk.mashhub.policy.engine.Finding;
import uk.mashhub.policy.fact.Scene;
import uk.mashhub.policy.fact.ViewPart;

/**
 * Everything that goes into one view.
 *
 * @param findings one for each item of the packet
 * @param parts the parts that stand in this view
 * @param worksheet for an agency's lead: who waits for its decisions, and to whom what it wants to hear of is shown
 * @param policy hash of the policy
 */
public record Reading(
        Scene scene, List<Finding> findings, Set<ViewPart> parts, Worksheet worksheet, String policy, Names names) {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Reading::day)
            .thenComparing(f -> f.item().labels().dataClass())
            .thenComparing(f -> f.item().provenance().owner().value())
            .thenComparing(f -> f.item().id().value());

    public Reading {
        findings = findings.stream().sorted(ORDER).toList();
        parts = Set.copyOf(parts);
    }

    private static LocalDate day(Finding finding) {
        return finding.item().when().from().or(finding.item().when()::to).orElse(LocalDate.MAX);
    }

    boolean shows(ViewPart part) {
        return parts.contains(part);
    }

    /** What the reader gets some content of, oldest first. */
    Stream<Finding> given() {
        return findings.stream().filter(Finding::given);
    }

    /** The agencies of the area, in the order of their ids. */
    List<AgencyStatus> agencies() {
        return scene.packet().agencies().stream()
                .sorted(Comparator.comparing(a -> a.agency().value()))
                .toList();
    }

    @Override
    public String toString() {
        return "Reading[" + scene.packet().enquiry() + " for "
                + scene.audience().team() + "]";
    }
}
