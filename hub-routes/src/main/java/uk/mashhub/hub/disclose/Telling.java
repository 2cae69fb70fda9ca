package uk.mashhub.hub.disclose;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.EnquiryFact;
import uk.mashhub.hub.intake.Sender;
import uk.mashhub.hub.intake.Senders;
import uk.mashhub.hub.storage.Holders;
import uk.mashhub.hub.storage.OutcomeStore;
import uk.mashhub.hub.storage.ReferralRow;
import uk.mashhub.hub.storage.ReferralStore;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.enquiry.ChildDecision;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.enquiry.ThresholdOutcome;
import uk.mashhub.model.id.DisclosureId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.person.PersonFlag;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.Placement;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.SafetyFlag;
import uk.mashhub.model.vocabulary.Sector;
import uk.mashhub.model.vocabulary.SubjectRole;
import uk.mashhub.policy.Feedback;
import uk.mashhub.policy.Permission;
import uk.mashhub.policy.PolicyEngine;
import uk.mashhub.policy.Sending;

/**
 * Tells referrers the outcome: policy is asked (MAY_SEND, ruling 3), the disclosure is logged, and the outcome is there to
 * be fetched, all in the caller's transaction. A referrer whom policy or its channel does not allow to be told so is told by
 * a person.
 */
public final class Telling {
    private static final String REPLY = "reply";
    private static final String TELEPHONE = "telephone";

    private final Supplier<PolicyEngine> published;
    private final Senders senders;
    private final ReferralStore referrals;
    private final OutcomeStore outcomes;
    private final Audit audit;
    private final Clock clock;
    private final RandomSource random;

    /** @param published what decides, held until the transaction ends */
    public Telling(
            Supplier<PolicyEngine> published,
            Senders senders,
            ReferralStore referrals,
            OutcomeStore outcomes,
            Audit audit,
            Clock clock,
            RandomSource random) {
        this.published = published;
        this.senders = senders;
        this.referrals = referrals;
        this.outcomes = outcomes;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    private record Recipient(ReferralRow row, Sender sender, Sending sending) {}

    /** Tells everybody who referred; if one of them may not be told so, nobody is, and the words say what to do. */
    public Optional<String> tell(Area area, Enquiry enquiry, Packet packet, ThresholdOutcome outcome) {
        PolicyEngine policy = published.get();
        List<Recipient> recipients = new ArrayList<>();
        for (EnquiryFact.Received received :
                enquiry.facts(EnquiryFact.Received.class).toList()) {
            Optional<Recipient> recipient = recipient(area, packet, received);
            Optional<Permission> refusal =
                    recipient.map(r -> policy.maySend(r.sending())).filter(p -> !p.allowed());
            if (recipient.isEmpty() || refusal.isPresent()) {
                return Optional.of(
                        "The hub may not tell this referrer. Ring them, and record that you have told them.");
            }
            recipients.add(recipient.get());
        }
        if (recipients.isEmpty()) {
            return Optional.of("Nobody here can be told by the hub. Ring them, and record that you have told them.");
        }
        recipients.forEach(r -> tell(policy, area, enquiry, packet, outcome, r));
        return Optional.empty();
    }

    private void tell(
            PolicyEngine policy, Area area, Enquiry enquiry, Packet packet, ThresholdOutcome outcome, Recipient to) {
        Instant now = clock.instant();
        Feedback feedback = policy.feedback(to.sending(), outcome, decidedOn(area, packet, now), contact(area));
        DisclosureId disclosure = DisclosureId.random(random);
        audit.told(disclosure, to.sender(), enquiry.id(), feedback);
        outcomes.put(
                to.row().id(),
                to.row().principal(),
                Holders.agency(to.sender().agency().id()),
                new OutcomeStore.Outcome(disclosure, feedback.content()),
                now);
    }

    private Optional<Recipient> recipient(Area area, Packet packet, EnquiryFact.Received received) {
        Optional<ReferralRow> row = referrals.find(received.referral());
        Optional<Sender> sender = row.flatMap(r -> senders.of(r.principal()));
        if (row.isEmpty() || sender.isEmpty()) {
            return Optional.empty();
        }
        Agency agency = sender.get().agency();
        // A member of the public is family or may be, whichever form they filled in.
        boolean professional = received.referrer().professional();
        Audience audience = new Audience(
                area.code(),
                new TeamId(sender.get().source().id().value()),
                Role.REFERRER,
                agency.id(),
                professional ? agency.sector() : Sector.FAMILY,
                Placement.OUTSIDE);
        Sending sending = new Sending(
                Artefact.FEEDBACK,
                audience,
                channel(row.get()),
                Purpose.FEEDBACK,
                !professional || actsForAnAdult(area, agency) && harmsSomebody(packet),
                false,
                true,
                true);
        return Optional.of(new Recipient(row.get(), sender.get(), sending));
    }

    /** How the referral came, which is how the outcome goes back: today that is an HTTPS door, or a person. */
    private static String channel(ReferralRow row) {
        return switch (row.format()) {
            case "council-marf-v1+json" -> row.source().value().equals("phone-desk") ? TELEPHONE : REPLY;
            case "fhir-bars-r4" -> REPLY;
            default -> "none";
        };
    }

    /** An agency with officers who act for adults is on the side of each of them (ruling 4). */
    private static boolean actsForAnAdult(Area area, Agency agency) {
        return area.teams().stream()
                .anyMatch(t -> t.agency().equals(agency.id()) && t.perspective() == Team.Perspective.EACH_ADULT);
    }

    private static boolean harmsSomebody(Packet packet) {
        return packet.people().stream()
                .anyMatch(p -> p.roles().contains(SubjectRole.ALLEGED_PERPETRATOR)
                        || p.flags().stream().map(PersonFlag::flag).anyMatch(f -> f == SafetyFlag.PERPETRATOR_LINKED));
    }

    private static LocalDate decidedOn(Area area, Packet packet, Instant now) {
        Instant decided = packet.decisions().stream()
                .map(ChildDecision::at)
                .max(Instant::compareTo)
                .orElse(now);
        return LocalDate.ofInstant(decided, area.calendar().zone());
    }

    /** Whom a referrer rings: the local authority. */
    private static String contact(Area area) {
        return area.agencies().stream()
                .filter(a -> a.sector() == Sector.LOCAL_AUTHORITY)
                .map(Agency::contact)
                .findFirst()
                .orElse("");
    }
}
