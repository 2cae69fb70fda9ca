package uk.mashhub.adapter.council.cin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.adapter.council.cin.CinCode.CodeList;
import uk.mashhub.adapter.council.cin.CinEpisode.Assessment;
import uk.mashhub.adapter.council.cin.CinEpisode.CaseStatus;
import uk.mashhub.adapter.council.cin.CinEpisode.Plan;
import uk.mashhub.adapter.council.cin.CinEpisode.ProtectionPlan;
import uk.mashhub.adapter.council.cin.CinEpisode.Section47;
import uk.mashhub.model.vocabulary.DataClass;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.model.vocabulary.StatuteFlag;

/**
 * The items of one episode: the case itself, what it was needed for, assessments with their factors, plans, section 47
 * enquiries and child protection plans, each a record of its own. Factors stand apart by kind of information, so that a
 * parent's illness is not read because the child's is.
 */
final class EpisodeItems {
    private record FactorKind(DataClass dataClass, Set<StatuteFlag> statutes) {
        String name() {
            return dataClass.name().toLowerCase(Locale.ROOT) + (statutes.isEmpty() ? "" : "-protected");
        }
    }

    private final CinEpisode episode;
    private final RecordIds ids;
    private final String id;
    private final Optional<LocalDate> asAt;
    private final boolean died;

    EpisodeItems(CinEpisode episode, RecordIds ids, Optional<LocalDate> asAt, boolean died) {
        this.episode = Objects.requireNonNull(episode, "episode");
        this.ids = ids;
        this.id = ids.of("episode", episode.referredOn());
        this.asAt = asAt;
        this.died = died;
    }

    List<CinItem> items() {
        List<CinItem> items = new ArrayList<>();
        items.add(caseItem());
        coded("referred-by", CodeList.REFERRAL_SOURCE, episode.referralSource(), "Referred by")
                .ifPresent(items::add);
        coded("primary-need", CodeList.PRIMARY_NEED, episode.primaryNeed(), "Primary need")
                .ifPresent(items::add);
        episode.assessments().forEach(a -> items.addAll(assessment(a)));
        episode.plans().forEach(p -> items.add(plan(p)));
        episode.enquiries().forEach(e -> items.add(enquiry(e)));
        episode.protectionPlans().forEach(p -> items.add(protectionPlan(p)));
        return items;
    }

    private CinItem caseItem() {
        CaseStatus status = episode.status() == CaseStatus.OPEN && died ? CaseStatus.UNKNOWN : episode.status();
        CinCode reason = CinCode.of(CodeList.CLOSURE, episode.closureReason());
        return new CinItem(id, DataClass.INVOLVEMENT)
                .when(episode.referredOn(), episode.closedOn())
                .field(FieldKind.STATUS, "Case status", status.name())
                .day("As at", asAt)
                .day("Referred on", episode.referredOn())
                .day("Closed on", episode.closedOn())
                .field(FieldKind.OUTCOME, "Reason for closing", reason.words())
                .yesNo("No further action on the referral", episode.noFurtherAction())
                .day("Initial child protection conference", episode.conferenceOn());
    }

    /** One code in the class that it belongs to; who referred is a third party where it is no agency. */
    private Optional<CinItem> coded(String part, CodeList list, String code, String label) {
        if (code.isEmpty()) {
            return Optional.empty();
        }
        CinCode meaning = CinCode.of(list, code);
        FieldKind kind = list != CodeList.REFERRAL_SOURCE
                ? FieldKind.CATEGORY
                : meaning.dataClass() == DataClass.THIRD_PARTY_IDENTITY ? FieldKind.ROLE : FieldKind.AGENCY_NAME;
        return Optional.of(new CinItem(ids.under(id, part, Optional.empty()), meaning.dataClass())
                .statutes(meaning.statutes())
                .when(episode.referredOn(), episode.referredOn())
                .field(kind, label, meaning.words()));
    }

    private List<CinItem> assessment(Assessment a) {
        String assessmentId = ids.under(id, "assessment", a.startedOn());
        List<CinItem> items = new ArrayList<>();
        items.add(new CinItem(assessmentId, DataClass.INVOLVEMENT)
                .when(a.startedOn(), a.authorisedOn())
                .field(FieldKind.STATUS, "Assessment", a.authorisedOn().isPresent() ? "authorised" : "not authorised")
                .day("Started on", a.startedOn())
                .day("Reviewed on", a.reviewedOn())
                .day("Authorised on", a.authorisedOn()));
        Map<FactorKind, CinItem> factors = new LinkedHashMap<>();
        for (String code : a.factors()) {
            CinCode factor = CinCode.of(CodeList.FACTOR, code);
            factors.computeIfAbsent(
                            new FactorKind(factor.dataClass(), factor.statutes()),
                            kind -> new CinItem(
                                            ids.under(assessmentId, kind.name(), Optional.empty()), kind.dataClass())
                                    .opinion()
                                    .statutes(kind.statutes())
                                    .when(a.startedOn(), a.authorisedOn()))
                    .field(FieldKind.CATEGORY, "Factor found at assessment", factor.words());
        }
        items.addAll(factors.values());
        return items;
    }

    private CinItem plan(Plan p) {
        return new CinItem(ids.under(id, "plan", p.from()), DataClass.PLAN_LEGAL_STATUS)
                .when(p.from(), p.to())
                .field(FieldKind.PLAN, "Plan", "child in need plan")
                .field(FieldKind.STATUS, "Plan status", inForce(p.ended()))
                .day("Started on", p.from())
                .day("Ended on", p.to());
    }

    private CinItem enquiry(Section47 e) {
        return new CinItem(ids.under(id, "section-47", e.startedOn()), DataClass.PLAN_LEGAL_STATUS)
                .when(e.startedOn(), e.conferenceOn())
                .field(FieldKind.LEGAL_STATUS, "Enquiry", "section 47 enquiry")
                .day("Started on", e.startedOn())
                .day("Conference due on", e.conferenceDueOn())
                .day("Conference held on", e.conferenceOn())
                .yesNo("Conference not required", e.conferenceNotRequired());
    }

    private CinItem protectionPlan(ProtectionPlan p) {
        CinCode first = CinCode.of(CodeList.ABUSE, p.firstCategory());
        CinCode latest = CinCode.of(CodeList.ABUSE, p.latestCategory());
        CinItem item = new CinItem(ids.under(id, "protection-plan", p.from()), DataClass.PLAN_LEGAL_STATUS)
                .statutes(first.statutes())
                .statutes(latest.statutes())
                .when(p.from(), p.to())
                .field(FieldKind.PLAN, "Plan", "child protection plan")
                .field(FieldKind.STATUS, "Plan status", inForce(p.ended()))
                .day("Started on", p.from())
                .day("Ended on", p.to())
                .field(FieldKind.CATEGORY, "First category of abuse", first.words())
                .field(FieldKind.CATEGORY, "Latest category of abuse", latest.words())
                .field(FieldKind.STATUS, "Earlier child protection plans", p.earlierPlans());
        p.reviews().forEach(day -> item.day("Reviewed on", Optional.of(day)));
        return item;
    }

    private static String inForce(boolean ended) {
        return ended ? "ended" : "in force";
    }
}
