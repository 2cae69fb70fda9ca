package uk.mashhub.hub.triage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionTemplate;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.disclose.LoggedView;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.enquiry.Act;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.enquiry.EnquiryLedger;
import uk.mashhub.model.id.LinkId;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.policy.Handles;

/** Doubtful links of an enquiry that wait for a person. Only what agrees and what does not is shown, never the record. */
public final class DoubtfulLinks {
    private static final Set<Role> STEWARDS =
            Set.of(Role.DECISION_MAKER, Role.SCREENING_SOCIAL_WORKER, Role.LINK_STEWARD);

    private final EnquiryLedger ledger;
    private final Handles handles;
    private final Audit audit;
    private final TransactionTemplate transactions;

    public DoubtfulLinks(EnquiryLedger ledger, Handles handles, Audit audit, TransactionTemplate transactions) {
        this.ledger = ledger;
        this.handles = handles;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** One of them: whom it concerns, by the handle on the page, and why it is doubtful, in words. */
    public record DoubtfulLink(LinkId link, String person, List<String> why) {
        public DoubtfulLink {
            why = List.copyOf(why);
        }
    }

    /** Those that wait, for a person who may settle them; each look is logged (ruling 33). */
    public List<DoubtfulLink> of(SignedIn who, Team team, LoggedView view) {
        if (!STEWARDS.contains(team.role())) {
            return List.of();
        }
        List<DoubtfulLink> links = transactions.execute(status -> {
            List<DoubtfulLink> waiting = waiting(view);
            if (!waiting.isEmpty()) {
                audit.acted(
                        uk.mashhub.log.Act.OPENING,
                        who.user(),
                        who.team(),
                        view.key().enquiry(),
                        "LINKS",
                        waiting);
            }
            return waiting;
        });
        return links == null ? List.of() : links;
    }

    private List<DoubtfulLink> waiting(LoggedView view) {
        Enquiry enquiry = ledger.lock(view.key().enquiry());
        Set<LinkId> settled = new HashSet<>();
        enquiry.acts(Act.SettleLink.class).forEach(s -> settled.add(s.link()));
        return Stream.concat(
                        enquiry.facts(EnquiryFact.Answered.class).flatMap(a -> a.waiting().stream()),
                        enquiry.facts(EnquiryFact.LinksFound.class).flatMap(l -> l.waiting().stream()))
                .filter(w -> !settled.contains(w.link()))
                .map(w -> new DoubtfulLink(w.link(), handles.person(view.key(), w.person()), w.why()))
                .toList();
    }
}
