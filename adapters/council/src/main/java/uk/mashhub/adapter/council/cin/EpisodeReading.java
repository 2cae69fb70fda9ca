package uk.mashhub.adapter.council.cin;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.mashhub.adapter.council.cin.CinCode.CodeList;
import uk.mashhub.adapter.council.cin.CinEpisode.Assessment;
import uk.mashhub.adapter.council.cin.CinEpisode.Plan;
import uk.mashhub.adapter.council.cin.CinEpisode.ProtectionPlan;
import uk.mashhub.adapter.council.cin.CinEpisode.Section47;

/** Reads one CINdetails element of any year from 2022 to 2026. */
final class EpisodeReading {
    private static final Set<String> ONCE = Set.of(
            "CINreferralDate",
            "ReferralSource",
            "PrimaryNeedCode",
            "CINclosureDate",
            "ReasonForClosure",
            "DateOfInitialCPC",
            "ReferralNFA");
    private static final Set<String> OFTEN = Set.of("Assessments", "CINPlanDates", "Section47", "ChildProtectionPlans");

    private final CinReading reading;

    EpisodeReading(CinReading reading) {
        this.reading = reading;
    }

    CinEpisode read(XmlElement e) {
        reading.keepStrays(e, ONCE, OFTEN);
        Optional<LocalDate> referredOn = reading.day(e, "CINreferralDate");
        Optional<LocalDate> closedOn = reading.day(e, "CINclosureDate");
        reading.inOrder(e, referredOn, closedOn, "CINclosureDate");
        return new CinEpisode(
                referredOn,
                reading.code(e, "ReferralSource", CodeList.REFERRAL_SOURCE),
                reading.code(e, "PrimaryNeedCode", CodeList.PRIMARY_NEED),
                reading.has(e, "CINclosureDate") || reading.has(e, "ReasonForClosure"),
                closedOn,
                reading.code(e, "ReasonForClosure", CodeList.CLOSURE),
                reading.day(e, "DateOfInitialCPC"),
                reading.yesNo(e, "ReferralNFA"),
                e.all("Assessments").stream().map(this::assessment).toList(),
                e.all("CINPlanDates").stream().map(this::plan).toList(),
                e.all("Section47").stream().map(this::section47).toList(),
                e.all("ChildProtectionPlans").stream().map(this::protectionPlan).toList());
    }

    private Assessment assessment(XmlElement e) {
        reading.keepStrays(
                e,
                Set.of(
                        "AssessmentActualStartDate",
                        "AssessmentInternalReviewDate",
                        "AssessmentAuthorisationDate",
                        "FactorsIdentifiedAtAssessment"),
                Set.of());
        List<XmlElement> factors = e.child("FactorsIdentifiedAtAssessment").stream()
                .peek(list -> reading.keepStrays(list, Set.of(), Set.of("AssessmentFactors")))
                .flatMap(list -> list.all("AssessmentFactors").stream())
                .toList();
        return new Assessment(
                reading.day(e, "AssessmentActualStartDate"),
                reading.day(e, "AssessmentInternalReviewDate"),
                reading.day(e, "AssessmentAuthorisationDate"),
                factors.stream()
                        .map(f -> reading.code(f, CodeList.FACTOR))
                        .filter(code -> !code.isEmpty())
                        .toList());
    }

    private Plan plan(XmlElement e) {
        reading.keepStrays(e, Set.of("CINPlanStartDate", "CINPlanEndDate"), Set.of());
        Optional<LocalDate> from = reading.day(e, "CINPlanStartDate");
        Optional<LocalDate> to = reading.day(e, "CINPlanEndDate");
        reading.inOrder(e, from, to, "CINPlanEndDate");
        return new Plan(from, to, reading.has(e, "CINPlanEndDate"));
    }

    private Section47 section47(XmlElement e) {
        reading.keepStrays(
                e, Set.of("S47ActualStartDate", "InitialCPCtarget", "DateOfInitialCPC", "ICPCnotRequired"), Set.of());
        return new Section47(
                reading.day(e, "S47ActualStartDate"),
                reading.day(e, "InitialCPCtarget"),
                reading.day(e, "DateOfInitialCPC"),
                reading.yesNo(e, "ICPCnotRequired"));
    }

    private ProtectionPlan protectionPlan(XmlElement e) {
        reading.keepStrays(
                e,
                Set.of(
                        "CPPstartDate",
                        "CPPendDate",
                        "InitialCategoryOfAbuse",
                        "LatestCategoryOfAbuse",
                        "NumberOfPreviousCPP",
                        "Reviews"),
                Set.of());
        Optional<LocalDate> from = reading.day(e, "CPPstartDate");
        Optional<LocalDate> to = reading.day(e, "CPPendDate");
        reading.inOrder(e, from, to, "CPPendDate");
        return new ProtectionPlan(
                from,
                to,
                reading.has(e, "CPPendDate"),
                reading.code(e, "InitialCategoryOfAbuse", CodeList.ABUSE),
                reading.code(e, "LatestCategoryOfAbuse", CodeList.ABUSE),
                reading.text(e, "NumberOfPreviousCPP"),
                reviews(e));
    }

    private List<LocalDate> reviews(XmlElement plan) {
        return plan.child("Reviews").stream()
                .peek(list -> reading.keepStrays(list, Set.of(), Set.of("CPPreviewDate")))
                .flatMap(list -> list.all("CPPreviewDate").stream())
                .flatMap(review -> reading.day(review).stream())
                .toList();
    }
}
