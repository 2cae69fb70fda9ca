package uk.mashhub.hub.disclose;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import uk.mashhub.adapter.Addresses;
import uk.mashhub.adapter.seal.Seal;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Source;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.audit.Audit;
import uk.mashhub.hub.enquiry.Enquiry;
import uk.mashhub.hub.enquiry.Questions;
import uk.mashhub.hub.proof.LogReceipts;
import uk.mashhub.hub.storage.EncompassStore;
import uk.mashhub.hub.storage.Hmac;
import uk.mashhub.hub.storage.Outbox;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.decision.Audience;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.id.DisclosureId;
import uk.mashhub.model.vocabulary.Artefact;
import uk.mashhub.model.vocabulary.Placement;
import uk.mashhub.model.vocabulary.Purpose;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.Sector;
import uk.mashhub.policy.EncompassNotice;
import uk.mashhub.policy.Handles;
import uk.mashhub.policy.Permission;
import uk.mashhub.policy.PolicyEngine;
import uk.mashhub.policy.Readership;
import uk.mashhub.policy.Sending;
import uk.mashhub.policy.fact.ActsFor;

/**
 * Operation Encompass (Victims and Prisoners Act 2024): the education agency's safeguarding lead is told of a domestic-abuse
 * incident of which the police told, once for each incident and child. Policy is asked (MAY_SEND) and makes the closed form;
 * the disclosure is logged in the transaction that took the police's message in, and the notice leaves once the log proves
 * it (ruling 23). What policy keeps from the lead without a sign is not sent, nor anything while either agency has stopped
 * sharing.
 */
public final class Encompass {
    private static final String CHANNEL = "queue";
    private static final int BATCH = 50;

    private final Supplier<PolicyEngine> published;
    private final EncompassStore notices;
    private final Questions seals;
    private final Handles handles;
    private final Hmac told;
    private final LogReceipts receipts;
    private final Outbox outbox;
    private final Audit audit;
    private final Clock clock;
    private final RandomSource random;

    /**
     * For one hub.
     *
     * @param published what decides, held until the transaction ends
     * @param told behind the names of what was told: no table says which child it was
     */
    public Encompass(
            Supplier<PolicyEngine> published,
            EncompassStore notices,
            Questions seals,
            Handles handles,
            Hmac told,
            LogReceipts receipts,
            Outbox outbox,
            Audit audit,
            Clock clock,
            RandomSource random) {
        this.published = published;
        this.notices = notices;
        this.seals = seals;
        this.handles = handles;
        this.told = told;
        this.receipts = receipts;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /** Who is told, and where. */
    private record Recipient(Agency agency, Source source, Audience audience) {}

    /** Tells of every incident in the packet of which nobody was told; in the caller's transaction. */
    public void tell(Area area, Enquiry enquiry, Packet packet) {
        for (EncompassIncident incident : EncompassIncident.of(area, enquiry, packet)) {
            recipient(area).ifPresent(to -> tell(area, packet, incident, to));
        }
    }

    private void tell(Area area, Packet packet, EncompassIncident incident, Recipient to) {
        PolicyEngine policy = published.get();
        Sending sending = sending(area, packet, to);
        Permission permission = policy.maySend(sending);
        if (!permission.allowed()) {
            audit.notPushed(packet.enquiry(), to.agency().id(), to.source().id(), permission);
            return;
        }
        if (stopped(packet, incident, to) || silent(policy, packet, incident, to)) {
            return;
        }
        EncompassNotice notice = policy.encompass(sending, incident.told());
        DisclosureId disclosure = DisclosureId.random(random);
        String address = Addresses.notices(to.agency().id(), to.source().id());
        byte[] sealed = Seal.seal(seals.publicKey(to.source().id()), address, notice.content());
        if (notices.put(
                name(incident),
                packet.enquiry(),
                new EncompassStore.Waiting(disclosure, address, sealed),
                clock.instant())) {
            audit.pushed(disclosure, to.agency().id(), to.source().id(), packet.enquiry(), notice);
        }
    }

    /** The lead of the education agency, at whose desk somebody reads what its queue holds. */
    private static Optional<Recipient> recipient(Area area) {
        for (Agency agency : area.agencies()) {
            if (agency.sector() == Sector.EDUCATION) {
                Optional<Team> lead = area.teams().stream()
                        .filter(t -> t.agency().equals(agency.id()) && t.role() == Role.AGENCY_LEAD)
                        .findFirst();
                Optional<Source> desk = agency.sources().stream()
                        .filter(s -> s.use() == Source.Use.BY_HAND)
                        .findFirst();
                if (lead.isPresent() && desk.isPresent()) {
                    Audience inside = lead.get().audience(area);
                    return Optional.of(new Recipient(
                            agency,
                            desk.get(),
                            new Audience(
                                    inside.area(),
                                    inside.team(),
                                    inside.role(),
                                    inside.agency(),
                                    inside.sector(),
                                    Placement.OUTSIDE)));
                }
            }
        }
        return Optional.empty();
    }

    private static Sending sending(Area area, Packet packet, Recipient to) {
        boolean hides = packet.people().stream()
                .flatMap(p -> p.restrictions())
                .anyMatch(f -> f.flag().hidesLocation());
        return new Sending(
                Artefact.STATUTORY_PUSH,
                to.audience(),
                CHANNEL,
                Purpose.ENCOMPASS,
                Sides.actsForAnAdult(area, to.agency()) && Sides.harmsSomebody(packet),
                false,
                true,
                hides);
    }

    private static boolean stopped(Packet packet, EncompassIncident incident, Recipient to) {
        return packet.stopped(to.agency().id()) || packet.stopped(incident.owner());
    }

    /** A duty never gives what a compartment or a statute keeps without a sign (gates SILENT to STATUTE). */
    private boolean silent(PolicyEngine policy, Packet packet, EncompassIncident incident, Recipient to) {
        Audience inside = new Audience(
                to.audience().area(),
                to.audience().team(),
                to.audience().role(),
                to.audience().agency(),
                to.audience().sector(),
                Placement.INSIDE);
        return policy
                .view(
                        packet,
                        new Readership(inside, incident.child(), ActsFor.nobody()),
                        Artefact.INSIDE_RECORD,
                        handles)
                .decisions()
                .stream()
                .anyMatch(d -> d.item().equals(incident.item()) && d.verdict().outcome() == Outcome.SILENT);
    }

    /** The same child and incident have one name, in whatever message and enquiry they come again. */
    private byte[] name(EncompassIncident incident) {
        String name = String.join(
                "\n",
                incident.owner().value(),
                incident.told().policeReference(),
                incident.told().child().toLowerCase(Locale.ROOT),
                incident.told().born().toString());
        return told.of("encompass", name.getBytes(StandardCharsets.UTF_8));
    }

    /** Hands to the outbox what the log proves by now; in the caller's transaction. */
    public void release() {
        for (EncompassStore.Waiting notice : notices.waiting(BATCH)) {
            if (receipts.proves(notice.disclosure())) {
                outbox.put(notice.address(), notice.disclosure().value(), notice.body(), clock.instant());
                notices.sent(notice.disclosure(), clock.instant());
            }
        }
    }
}
