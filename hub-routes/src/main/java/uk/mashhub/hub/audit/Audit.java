package uk.mashhub.hub.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import uk.mashhub.adapter.wire.ModelJson;
import uk.mashhub.hub.disclose.SignedIn;
import uk.mashhub.hub.intake.Sender;
import uk.mashhub.hub.storage.Holders;
import uk.mashhub.hub.storage.LookupStore;
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
    /** Whoever works on the hub from its command line; who that was stands in the entry as a commitment. */
    public static final String OPERATOR = "operator";

    private final AuditEntries entries;

    /** @param published the policy that stands on an entry: the published head; empty where there is none */
    public Audit(DisclosureLog log, SaltStore salts, LookupStore lookups, Supplier<Optional<PolicyHash>> published) {
        this.entries = new AuditEntries(log, salts, lookups, published);
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
        List<Claim> claims = new ArrayList<>(AuditEntries.lines(question.lines()));
        claims.add(claim("enquiry", packet.enquiry()));
        about(
                packet.enquiry(),
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
        about(
                packet.enquiry(),
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
        about(
                question.enquiry(),
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
     * @param trace see {@link #trace}
     * @return the entry of the disclosure
     */
    public Logged disclosed(ViewHead head, Optional<Before> before, String holder, DecidedView decided, byte[] trace) {
        Logged disclosure = entries.about(
                head.key().enquiry(),
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
                        AuditEntries.lines(decided.view().lines())),
                holder);
        entries.about(
                head.key().enquiry(),
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
                        List.of(new Claim("trace", trace))),
                HUB);
        return disclosure;
    }

    /** The decision trace as bytes: what the DECISION entry commits to and the hub keeps (ruling 16). */
    public static byte[] trace(List<ItemDecision> decisions) {
        return ModelJson.write(decisions);
    }

    /** A referrer may read an outcome: a disclosure that its recipient can verify. */
    public void told(DisclosureId disclosure, Sender referrer, EnquiryId enquiry, Feedback feedback) {
        List<Claim> claims = new ArrayList<>(AuditEntries.lines(feedback.lines()));
        claims.add(claim("enquiry", enquiry));
        entries.about(
                enquiry,
                new Draft(
                        Act.DISCLOSURE,
                        HUB,
                        referrer.agency().id() + "." + referrer.source().id(),
                        "FEEDBACK",
                        "ALLOW",
                        entries.policy(),
                        Optional.of(disclosure.toString()),
                        1,
                        Optional.empty(),
                        claims),
                Holders.agency(referrer.agency().id()));
    }

    /** A referrer fetched an outcome. */
    public void fetched(DisclosureId disclosure, Sender referrer, byte[] content) {
        entries.write(
                new Draft(
                        Act.OPENING,
                        referrer.principal().value(),
                        HUB,
                        "FEEDBACK",
                        "ALLOW",
                        entries.policy(),
                        Optional.of(disclosure.toString()),
                        1,
                        Optional.empty(),
                        List.of(new Claim("content", content))),
                Holders.agency(referrer.agency().id()));
    }

    /** Something a person did, or was refused. */
    public void acted(Act act, UserId by, TeamId team, EnquiryId enquiry, String outcome, Object what) {
        acted(act, by, team, enquiry, Draft.NO_PURPOSE, outcome, what, List.of());
    }

    /**
     * The same, for an act that sets a purpose, so that the log can count who raised one (ruling 5), or that rests on
     * something else, which is committed to beside it.
     */
    public void acted(
            Act act,
            UserId by,
            TeamId team,
            EnquiryId enquiry,
            String purpose,
            String outcome,
            Object what,
            List<Claim> restsOn) {
        List<Claim> claims = new ArrayList<>();
        claims.add(claim("enquiry", enquiry));
        claims.add(new Claim("content", ModelJson.write(what)));
        claims.addAll(restsOn);
        about(enquiry, act, by.toString(), team.value(), purpose, outcome, HUB, claims);
    }

    /** Something the hub did that concerns no enquiry. Returns the entry's id. */
    public String noted(Act act, String agent, String outcome, List<Claim> claims) {
        return write(act, agent, HUB, Draft.NO_PURPOSE, outcome, HUB, claims).entryId();
    }

    /** Something leaves the room in somebody's hands: the entry of it. */
    public Logged exported(SignedIn who, String outcome, List<Claim> claims) {
        return entries.write(
                entries.draft(Act.EXPORT, who.user().toString(), who.team().value(), "AUDIT", outcome, claims),
                Holders.team(who.area(), who.team()));
    }

    /** A lead opened something that is no view, or asked for it. */
    void opened(SignedIn who, String outcome, Optional<EnquiryId> about, List<Claim> claims) {
        shown(who, outcome, about.stream().collect(Collectors.toSet()), claims);
    }

    /** An export that tells of enquiries, with any of which what the entry commits to is erased. */
    public Logged exported(SignedIn who, String outcome, Set<EnquiryId> about, List<Claim> claims) {
        return audited(Act.EXPORT, who, outcome, about, claims);
    }

    /** A named unit was shown something of several enquiries: the entry of it. */
    public Logged shown(SignedIn who, String outcome, Set<EnquiryId> about, List<Claim> claims) {
        return audited(Act.OPENING, who, outcome, about, claims);
    }

    private Logged audited(Act act, SignedIn who, String outcome, Set<EnquiryId> about, List<Claim> claims) {
        return entries.write(
                entries.draft(act, who.user().toString(), who.team().value(), "AUDIT", outcome, claims),
                Holders.team(who.area(), who.team()),
                about.stream().map(EnquiryId::value).collect(Collectors.toSet()));
    }

    /** Something that somebody did, or was shown, that concerns no one enquiry. */
    public void noted(Act act, SignedIn who, String outcome, List<Claim> claims) {
        write(act, who.user().toString(), who.team().value(), Draft.NO_PURPOSE, outcome, HUB, claims);
    }

    /** A claim about a text or an id. */
    public static Claim claim(String name, Object value) {
        return new Claim(name, value.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void about(
            EnquiryId enquiry,
            Act act,
            String agent,
            String recipient,
            String purpose,
            String outcome,
            String holder,
            List<Claim> claims) {
        entries.about(enquiry, entries.draft(act, agent, recipient, purpose, outcome, claims), holder);
    }

    private Logged write(
            Act act,
            String agent,
            String recipient,
            String purpose,
            String outcome,
            String holder,
            List<Claim> claims) {
        return entries.write(entries.draft(act, agent, recipient, purpose, outcome, claims), holder);
    }
}
