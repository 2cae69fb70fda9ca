package uk.mashhub.hub.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.intake.Sender;
import uk.mashhub.hub.storage.Holders;
import uk.mashhub.hub.storage.QuestionRow;
import uk.mashhub.hub.storage.SaltStore;
import uk.mashhub.hub.storage.ViewHead;
import uk.mashhub.log.Act;
import uk.mashhub.log.Claim;
import uk.mashhub.log.DisclosureLog;
import uk.mashhub.log.Draft;
import uk.mashhub.log.Logged;
import uk.mashhub.model.decision.PolicyHash;
import uk.mashhub.model.enquiry.Packet;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.DisclosureId;
import uk.mashhub.model.id.EnquiryId;
import uk.mashhub.model.id.ReferralId;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.id.UserId;
import uk.mashhub.policy.DecidedView;
import uk.mashhub.policy.Feedback;
import uk.mashhub.policy.ItemDecision;
import uk.mashhub.policy.Permission;
import uk.mashhub.policy.SealedQuestion;

/**
 * Words of the hub for the log. Entries hold commitments, never content: staff and teams by id, people, enquiries, rules
 * and reasons as salted commitments (ruling 24). The salts are kept beside the record, encrypted.
 */
public final class Audit {
    /** The hub itself, as the agent of an act. */
    public static final String HUB = Holders.HUB;

    private final DisclosureLog log;
    private final SaltStore salts;
    private final Supplier<Optional<PolicyHash>> published;

    /** @param published the policy that stands on an entry: the published head; empty where there is none */
    public Audit(DisclosureLog log, SaltStore salts, Supplier<Optional<PolicyHash>> published) {
        this.log = log;
        this.salts = salts;
        this.published = published;
    }

    /** A contact was received whole. */
    public void intakeReceipt(Sender sender, ReferralId referral, byte[] body) {
        write(
                Act.INTAKE_RECEIPT,
                sender.principal().value(),
                HUB,
                Draft.NO_PURPOSE,
                "ACCEPTED",
                Holders.agency(sender.agency().id()),
                List.of(claim("referral", referral), new Claim("message", body)));
    }

    /** A question leaves: one commitment per person asked about. */
    public void asked(Packet packet, AgencyId agency, SourceId source, SealedQuestion question) {
        List<Claim> claims = new ArrayList<>(lines(question.lines()));
        claims.add(claim("enquiry", packet.enquiry()));
        write(
                Act.AGENCY_ASKED,
                HUB,
                agency + "." + source,
                packet.purpose().name(),
                "ALLOW",
                Holders.agency(agency),
                claims);
    }

    /** A question may not be asked. */
    public void notAsked(Packet packet, AgencyId agency, SourceId source, Permission permission) {
        write(
                Act.REFUSAL,
                HUB,
                agency + "." + source,
                packet.purpose().name(),
                permission.ruling().name(),
                Holders.agency(agency),
                List.of(
                        claim("enquiry", packet.enquiry()),
                        claim("rule", permission.ruleId()),
                        claim("reason", permission.reason())));
    }

    /** An answer came. */
    public void answered(QuestionRow question, byte[] answer) {
        write(
                Act.AGENCY_ANSWERED,
                question.agency() + "." + question.source(),
                HUB,
                Draft.NO_PURPOSE,
                "ACCEPTED",
                Holders.agency(question.agency()),
                List.of(claim("enquiry", question.enquiry()), new Claim("answer", answer)));
    }

    /** The ids of the two entries of the version before. */
    public record Before(String disclosure, String decision) {}

    /**
     * A view is disclosed: one entry that its reader can verify, one that commits to the whole trace.
     *
     * @param before of the view's version before, if there was one
     */
    public void disclosed(ViewHead head, Optional<Before> before, String holder, DecidedView decided) {
        write(
                new Draft(
                        Act.DISCLOSURE,
                        HUB,
                        head.key().team().value(),
                        head.key().purpose().name(),
                        "ALLOW",
                        head.policyHash(),
                        Optional.of(head.disclosure().toString()),
                        head.version(),
                        before.map(Before::disclosure),
                        lines(decided.view().lines())),
                holder);
        write(
                new Draft(
                        Act.DECISION,
                        HUB,
                        head.key().team().value(),
                        head.key().purpose().name(),
                        "ALLOW",
                        head.policyHash(),
                        Optional.of(head.disclosure().toString()),
                        head.version(),
                        before.map(Before::decision),
                        List.of(new Claim("trace", trace(decided.decisions())))),
                HUB);
    }

    /** The decision trace as bytes: what the DECISION entry commits to and the hub keeps (ruling 16). */
    public static byte[] trace(List<ItemDecision> decisions) {
        return ModelJson.write(decisions);
    }

    /** A referrer may read an outcome: a disclosure that its recipient can verify. */
    public void told(DisclosureId disclosure, Sender referrer, EnquiryId enquiry, Feedback feedback) {
        List<Claim> claims = new ArrayList<>(lines(feedback.lines()));
        claims.add(claim("enquiry", enquiry));
        write(
                new Draft(
                        Act.DISCLOSURE,
                        HUB,
                        referrer.agency().id() + "." + referrer.source().id(),
                        "FEEDBACK",
                        "ALLOW",
                        policy(),
                        Optional.of(disclosure.toString()),
                        1,
                        Optional.empty(),
                        claims),
                Holders.agency(referrer.agency().id()));
    }

    /** A referrer fetched an outcome. */
    public void fetched(DisclosureId disclosure, Sender referrer, byte[] content) {
        write(
                new Draft(
                        Act.OPENING,
                        referrer.principal().value(),
                        HUB,
                        "FEEDBACK",
                        "ALLOW",
                        policy(),
                        Optional.of(disclosure.toString()),
                        1,
                        Optional.empty(),
                        List.of(new Claim("content", content))),
                Holders.agency(referrer.agency().id()));
    }

    /** Something a person did, or was refused. */
    public void acted(Act act, UserId by, TeamId team, EnquiryId enquiry, String outcome, Object what) {
        acted(act, by, team, enquiry, Draft.NO_PURPOSE, outcome, what);
    }

    /** The same, for an act that sets a purpose: the log can count who raised one (ruling 5). */
    public void acted(Act act, UserId by, TeamId team, EnquiryId enquiry, String purpose, String outcome, Object what) {
        write(
                act,
                by.toString(),
                team.value(),
                purpose,
                outcome,
                HUB,
                List.of(claim("enquiry", enquiry), new Claim("content", ModelJson.write(what))));
    }

    /** Something the hub did that concerns no enquiry. Returns the entry's id. */
    public String noted(Act act, String agent, String outcome, List<Claim> claims) {
        return write(act, agent, HUB, Draft.NO_PURPOSE, outcome, HUB, claims);
    }

    /** A claim about a text or an id. */
    public static Claim claim(String name, Object value) {
        return new Claim(name, value.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<Claim> lines(List<byte[]> lines) {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            claims.add(Claim.line(i + 1, lines.get(i)));
        }
        return claims;
    }

    private String write(
            Act act,
            String agent,
            String recipient,
            String purpose,
            String outcome,
            String holder,
            List<Claim> claims) {
        return write(
                new Draft(
                        act,
                        agent,
                        recipient,
                        purpose,
                        outcome,
                        policy(),
                        Optional.empty(),
                        0,
                        Optional.empty(),
                        claims),
                holder);
    }

    private String policy() {
        return published.get().map(PolicyHash::hex).orElse(Draft.NO_POLICY);
    }

    /** Of what an entry's salts tell, so that they are erased with it. */
    private static Set<UUID> about(Draft draft) {
        Stream<String> named = draft.claims().stream()
                .filter(c -> c.name().equals("enquiry") || c.name().equals("referral"))
                .map(c -> new String(c.canonical(), StandardCharsets.UTF_8));
        return Stream.concat(named, draft.disclosureId().stream())
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    /** Returns the entry's id. */
    private String write(Draft draft, String holder) {
        Logged logged = log.append(draft);
        salts.keep(logged.entryId(), holder, about(draft), logged.salts());
        return logged.entryId();
    }
}
