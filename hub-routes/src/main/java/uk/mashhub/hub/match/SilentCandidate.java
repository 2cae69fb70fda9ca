package uk.mashhub.hub.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.id.ActId;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.UserId;
import uk.mashhub.policy.ItemDecision;

/**
 * Whether a team that settles links may know nothing of what a source told of a candidate, not even that something is withheld.
 * The link would tell that team that there is something, most of all when it is settled and nothing comes in (law 5). Policy is
 * asked as if the two were one; of a candidate of whom no item was told, the link tells what the source's state tells too.
 */
public final class SilentCandidate implements Predicate<EnquiryFact.Waiting> {
    private static final AgencyId AS_IF = new AgencyId("nobody");

    private final Enquiry enquiry;
    private final Function<Enquiry, Map<TeamId, List<ItemDecision>>> decided;

    /** @param decided what is decided of the locked enquiry's items for teams that settle links */
    public SilentCandidate(Enquiry enquiry, Function<Enquiry, Map<TeamId, List<ItemDecision>>> decided) {
        this.enquiry = enquiry;
        this.decided = decided;
    }

    @Override
    public boolean test(EnquiryFact.Waiting link) {
        Set<ItemId> told = enquiry.facts(EnquiryFact.Answered.class)
                .flatMap(a -> a.items().stream())
                .filter(i -> i.subjects().stream().anyMatch(s -> s.person().equals(link.candidate())))
                .map(i -> i.id())
                .collect(Collectors.toSet());
        return !told.isEmpty()
                && decided.apply(joined(link)).values().stream()
                        .map(decisions -> outcomes(decisions, told))
                        .anyMatch(Set.of(Outcome.SILENT)::equals);
    }

    /** Of an item that is told by another line, nothing is said. */
    private static Set<Outcome> outcomes(List<ItemDecision> decisions, Set<ItemId> told) {
        return decisions.stream()
                .filter(d -> told.contains(d.item()))
                .map(ItemDecision::verdict)
                .map(v -> v.outcome())
                .collect(Collectors.toSet());
    }

    private Enquiry joined(EnquiryFact.Waiting link) {
        List<Enquiry.Entry> entries = new ArrayList<>(enquiry.entries());
        Enquiry.Entry last = entries.get(entries.size() - 1);
        EnquiryFact.Acted same = new EnquiryFact.Acted(
                new ActId(link.link().value()),
                new UserId(link.link().value()),
                new TeamId("nobody"),
                AS_IF,
                new Act.SettleLink(link.link(), true, ""));
        entries.add(new Enquiry.Entry(last.seq() + 1, last.at(), same));
        return new Enquiry(enquiry.row(), entries);
    }
}
