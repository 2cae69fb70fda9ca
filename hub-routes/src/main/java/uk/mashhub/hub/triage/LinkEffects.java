package uk.mashhub.hub.triage;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionSynchronizationUtils;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.area.LinkEffect;
import uk.mashhub.hub.assemble.TravellingFlags;
import uk.mashhub.hub.decide.Decider.TeamView;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.hub.match.PeopleBook;
import uk.mashhub.hub.storage.EnquiryStore;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.model.decision.ViewKey;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.ItemId;
import uk.mashhub.model.id.PersonId;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.policy.ItemDecision;

/**
 * What settling a link would do (ruling 33). Policy is asked without it and with it: it is tried, looked at, and taken back.
 * The caller's transaction holds every enquiry that it reaches.
 */
final class LinkEffects {
    private final EnquiryLedger ledger;
    private final PeopleBook book;
    private final TransactionTemplate trial;
    private final Function<Enquiry, List<TeamView>> decided;

    /**
     * @param trial a transaction within the caller's, which can be rolled back alone
     * @param decided every view that there is of a locked enquiry
     */
    LinkEffects(
            EnquiryLedger ledger,
            PeopleBook book,
            TransactionTemplate trial,
            Function<Enquiry, List<TeamView>> decided) {
        this.ledger = ledger;
        this.book = book;
        this.trial = trial;
        this.decided = decided;
    }

    /**
     * All that it would do.
     *
     * @param said the act, as it would stand in the ledger
     * @param settle does to the people what the act says
     */
    Set<LinkEffect> of(
            Enquiry enquiry, EnquiryFact.Waiting link, boolean same, EnquiryFact.Acted said, Runnable settle) {
        Set<LinkEffect> effects = EnumSet.noneOf(LinkEffect.class);
        for (EnquiryId other : same ? book.enquiriesOf(link.candidate()) : List.<EnquiryId>of()) {
            if (!other.equals(enquiry.id())) {
                effects.add(LinkEffect.OTHER_ENQUIRY);
                if (book.peopleOf(other).contains(link.candidate())) {
                    effects.add(LinkEffect.JOINS_PEOPLE);
                }
            }
        }
        if (lifts(enquiry, said, settle)) {
            effects.add(LinkEffect.LIFTS_RESTRICTION);
        }
        return effects;
    }

    private boolean lifts(Enquiry enquiry, EnquiryFact.Acted said, Runnable settle) {
        Set<EnquiryId> reached = new TreeSet<>(EnquiryStore.LOCK_ORDER);
        reached.add(enquiry.id());
        reached.addAll(book.around(enquiry.id()));
        Map<EnquiryId, Standing> before = standing(reached);
        // Rows that wait to be sent are not of the trial.
        TransactionSynchronizationUtils.triggerFlush();
        Map<EnquiryId, Standing> after = trial.execute(status -> {
            status.setRollbackOnly();
            ledger.append(enquiry.id(), said.agency(), said);
            settle.run();
            return standing(reached);
        });
        // What cannot be told is taken for lifting one.
        return after == null
                || before.entrySet().stream()
                        .anyMatch(e ->
                                after.getOrDefault(e.getKey(), Standing.NOTHING).lifts(e.getValue()));
    }

    private Map<EnquiryId, Standing> standing(Set<EnquiryId> enquiries) {
        Map<EnquiryId, Standing> standing = new HashMap<>();
        enquiries.forEach(id -> standing.put(id, standing(ledger.lock(id))));
        return standing;
    }

    private Standing standing(Enquiry enquiry) {
        Map<PersonId, Set<PersonFlag>> flags = new HashMap<>();
        List<PersonId> people = book.peopleOf(enquiry.id());
        TravellingFlags travelling = book.travelling(people);
        people.forEach(p -> flags.put(
                p,
                new HashSet<>(Stream.concat(travelling.settled(p).stream(), travelling.possible(p).stream())
                        .toList())));
        Map<ViewKey, Map<ItemId, Verdict>> verdicts = new HashMap<>();
        for (TeamView view : decided.apply(enquiry)) {
            Map<ItemId, Verdict> items = new HashMap<>();
            for (ItemDecision decision : view.decided().decisions()) {
                items.put(decision.item(), decision.verdict());
            }
            verdicts.put(view.decided().view().key(), items);
        }
        return new Standing(flags, verdicts);
    }

    /** What protects the people of an enquiry, and what each view gives of each item. */
    private record Standing(Map<PersonId, Set<PersonFlag>> flags, Map<ViewKey, Map<ItemId, Verdict>> verdicts) {
        static final Standing NOTHING = new Standing(Map.of(), Map.of());

        /** Whether something that protected is gone, or some team gets more of what was there before. */
        boolean lifts(Standing before) {
            return before.flags.entrySet().stream()
                            .anyMatch(e ->
                                    !flags.getOrDefault(e.getKey(), Set.of()).containsAll(e.getValue()))
                    || !before.verdicts.keySet().containsAll(verdicts.keySet())
                    || before.verdicts.entrySet().stream()
                            .anyMatch(e -> gives(verdicts.getOrDefault(e.getKey(), Map.of()), e.getValue()));
        }

        /** What waited with the candidate and comes in now is what the link is for: it was not there before. */
        private static boolean gives(Map<ItemId, Verdict> now, Map<ItemId, Verdict> before) {
            return before.entrySet().stream()
                    .anyMatch(e -> more(now.getOrDefault(e.getKey(), Verdict.of(Outcome.SILENT)), e.getValue()));
        }

        private static boolean more(Verdict now, Verdict before) {
            Verdict both = now.and(before);
            boolean fields = now.outcome() == Outcome.SHOW || now.outcome() == Outcome.REDACT;
            return both.outcome() != now.outcome()
                    || fields
                            && !(both.redactions().equals(now.redactions())
                                    && both.generalised().equals(now.generalised()));
        }
    }
}
