package uk.mashhub.policy.print;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import uk.mashhub.model.decision.Outcome;
import uk.mashhub.model.decision.Verdict;
import uk.mashhub.model.vocabulary.FieldKind;
import uk.mashhub.policy.agreement.Answer;
import uk.mashhub.policy.agreement.Basis;
import uk.mashhub.policy.agreement.Box;
import uk.mashhub.policy.agreement.Effect;
import uk.mashhub.policy.agreement.Gate;
import uk.mashhub.policy.proof.LayWords;

/** Outcomes, gates, boxes and days as a lay person reads them. */
final class Words {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private Words() {}

    /** For example {@code 1 April 2027}. */
    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /**
     * A window in words.
     *
     * @param iso a period of ISO 8601, or {@code none}
     */
    static String period(String iso) {
        if (iso.equals("none")) {
            return "always";
        }
        Period period = Period.parse(iso);
        List<String> said = new ArrayList<>();
        count(period.getYears(), "year", said);
        count(period.getMonths(), "month", said);
        count(period.getDays(), "day", said);
        return said.isEmpty() ? "the day itself" : String.join(", ", said);
    }

    private static void count(int number, String unit, List<String> said) {
        if (number != 0) {
            said.add(number + " " + unit + (number == 1 ? "" : "s"));
        }
    }

    /** With a capital letter at its beginning. */
    static String sentence(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    /** An outcome in two or three words. */
    static String outcome(Outcome outcome) {
        return switch (outcome) {
            case SHOW -> "Shown";
            case REDACT -> "Shown in part";
            case SUMMARISE -> "Owner's wording only";
            case EXISTS -> "Known to exist";
            case WITHHOLD -> "Held back";
            case SILENT -> "No sign";
        };
    }

    /** What a reader then has. */
    static String meaning(Outcome outcome) {
        return switch (outcome) {
            case SHOW -> "The reader reads all of it.";
            case REDACT -> "The reader reads it without the fields that are named.";
            case SUMMARISE -> "The reader reads what the owner has written for this team, and nothing else of it.";
            case EXISTS -> "The reader learns whose it is, of what kind, and whom to ring.";
            case WITHHOLD -> "The reader learns that its owner holds something, and whom to ring: no kind, no number.";
            case SILENT -> "The reader has no sign of it: no line, no number, no reason.";
        };
    }

    static String answer(Answer answer) {
        return switch (answer) {
            case ALLOW -> "Yes";
            case REVIEW -> "Somebody must look first";
            case REFUSE -> "No";
        };
    }

    /** What a rule beside the matrix says: it can only take away, so one that shows takes nothing. */
    static String effect(Effect effect) {
        if (effect instanceof Effect.Says says) {
            return answer(says.answer());
        }
        Verdict verdict = ((Effect.Gives) effect).verdict();
        return verdict.outcome() == Outcome.SHOW ? "Takes nothing away" + conditions(verdict) : verdict(verdict);
    }

    /** The outcome, what is taken out, who must look and what goes with it. */
    static String verdict(Verdict verdict) {
        String district = verdict.generalised().isEmpty()
                ? ""
                : ", no more than the postcode district of: " + list(verdict.generalised(), ", ");
        return outcome(verdict.outcome()) + fields(verdict.redactions()) + district + conditions(verdict);
    }

    private static String conditions(Verdict verdict) {
        return (verdict.reviewers().isEmpty() ? "" : "; to be looked at by: " + list(verdict.reviewers(), ", "))
                + (verdict.obligations().isEmpty() ? "" : "; with it goes: " + list(verdict.obligations(), ", "));
    }

    private static String fields(Set<FieldKind> redactions) {
        if (redactions.isEmpty()) {
            return "";
        }
        Set<FieldKind> kept = EnumSet.allOf(FieldKind.class);
        kept.removeAll(redactions);
        return redactions.size() > kept.size()
                ? ", nothing but: " + list(kept, ", ")
                : ", without: " + list(redactions, ", ");
    }

    /** Words of a vocabulary, in its order. */
    static String list(Collection<? extends Enum<?>> words, String between) {
        return words.stream()
                .sorted((a, b) -> Integer.compare(a.ordinal(), b.ordinal()))
                .map(w -> LayWords.value(w.name()))
                .collect(Collectors.joining(between));
    }

    /** The conditions of a box, one each; none for every situation. */
    static List<String> conditions(Box box) {
        return box.attributes().stream()
                .map(a -> LayWords.condition(a, box.mask(a)))
                .toList();
    }

    static String part(Basis.Part part) {
        return switch (part) {
            case LAWFUL_BASIS -> "Data-protection law";
            case GATEWAY -> "The power or duty to tell";
            case CONDITION -> "Special categories, convictions and allegations";
            case CONFIDENCE -> "What lifts a duty of confidence";
        };
    }

    static String gate(Gate gate) {
        return switch (gate) {
            case QUARANTINE -> "Unknown words and other areas";
            case SILENT_CLASSES -> "What leaves no sign";
            case SAFETY -> "Safety: who must not be found";
            case HANDLING -> "What the owner or originator asks";
            case STATUTE -> "What a statute asks";
            case MATRIX -> "The matrix";
            case CONSENT -> "Agreement and objection";
            case MINIMISATION -> "No more than is needed";
            case DUTY -> "Duties to share";
            case OBLIGATIONS -> "What goes with an item";
            case MAY_ASK -> "May this agency be asked?";
            case ASK_ABOUT -> "May it be asked about this person?";
            case ASK_ADDRESS -> "May the question carry the address?";
            case MAY_OPEN -> "May this user open this view?";
            case MAY_SEND -> "May this leave by this way?";
            case PART -> "Does this part stand in the view?";
        };
    }
}
