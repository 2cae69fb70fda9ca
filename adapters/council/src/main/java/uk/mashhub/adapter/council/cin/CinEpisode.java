package uk.mashhub.adapter.council.cin;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One episode of being in need (element CINdetails): a referral and what came of it. Codes are as written.
 *
 * @param ended whether a closing date or reason is written, readable or not
 * @param noFurtherAction empty if it is not said, or not understood
 */
record CinEpisode(
        Optional<LocalDate> referredOn,
        String referralSource,
        String primaryNeed,
        boolean ended,
        Optional<LocalDate> closedOn,
        String closureReason,
        Optional<LocalDate> conferenceOn,
        Optional<Boolean> noFurtherAction,
        List<Assessment> assessments,
        List<Plan> plans,
        List<Section47> enquiries,
        List<ProtectionPlan> protectionPlans) {

    /** How a case stands, as far as an episode tells. */
    enum CaseStatus {
        OPEN,
        CLOSED,
        NO_FURTHER_ACTION,
        UNKNOWN
    }

    /** An assessment under section 17, with the factors found. */
    record Assessment(
            Optional<LocalDate> startedOn,
            Optional<LocalDate> reviewedOn,
            Optional<LocalDate> authorisedOn,
            List<String> factors) {
        Assessment {
            factors = List.copyOf(factors);
        }

        @Override
        public String toString() {
            return "Assessment[not shown]";
        }
    }

    /** A child in need plan. */
    record Plan(Optional<LocalDate> from, Optional<LocalDate> to, boolean ended) {
        @Override
        public String toString() {
            return "Plan[not shown]";
        }
    }

    /** A section 47 enquiry. */
    record Section47(
            Optional<LocalDate> startedOn,
            Optional<LocalDate> conferenceDueOn,
            Optional<LocalDate> conferenceOn,
            Optional<Boolean> conferenceNotRequired) {
        @Override
        public String toString() {
            return "Section47[not shown]";
        }
    }

    /** A child protection plan. */
    record ProtectionPlan(
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            boolean ended,
            String firstCategory,
            String latestCategory,
            String earlierPlans,
            List<LocalDate> reviews) {
        ProtectionPlan {
            reviews = List.copyOf(reviews);
        }

        @Override
        public String toString() {
            return "ProtectionPlan[not shown]";
        }
    }

    CinEpisode {
        Objects.requireNonNull(referredOn, "referredOn");
        Objects.requireNonNull(closedOn, "closedOn");
        Objects.requireNonNull(noFurtherAction, "noFurtherAction");
        assessments = List.copyOf(assessments);
        plans = List.copyOf(plans);
        enquiries = List.copyOf(enquiries);
        protectionPlans = List.copyOf(protectionPlans);
    }

    /**
     * How the case stands. OPEN only where the census says so plainly: an open case goes to its worker and no agency is
     * asked, so a wrong OPEN would leave a child with nobody.
     */
    CaseStatus status() {
        if (ended) {
            return CaseStatus.CLOSED;
        }
        if (hasPlanInForce() || noFurtherAction.equals(Optional.of(false))) {
            return CaseStatus.OPEN;
        }
        return noFurtherAction.isPresent() ? CaseStatus.NO_FURTHER_ACTION : CaseStatus.UNKNOWN;
    }

    private boolean hasPlanInForce() {
        return plans.stream().anyMatch(p -> !p.ended())
                || protectionPlans.stream().anyMatch(p -> !p.ended());
    }

    @Override
    public String toString() {
        return "CinEpisode[" + status() + "]";
    }
}
