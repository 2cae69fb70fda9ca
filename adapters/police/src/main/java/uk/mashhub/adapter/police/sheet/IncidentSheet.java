package uk.mashhub.adapter.police.sheet;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.mashhub.model.id.PersonKey;
import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.vocabulary.Nature;

/**
 * One incident as police recorded it.
 *
 * @param kindWord the source's own word for its kind; shown only where the kind is UNKNOWN, and then as free text
 * @param domestic marked as domestic abuse, or of that kind, or risk-assessed as such
 * @param outcome in the officer's words: free text, which may name the place to which somebody was taken
 * @param narrativeKind what a narrative of it is where it is no domestic abuse
 */
public record IncidentSheet(
        Heading heading,
        MatterKind kind,
        String kindWord,
        boolean domestic,
        NarrativeKind narrativeKind,
        String outcome,
        Optional<Address> place,
        List<Account> accounts,
        List<Voice> voices,
        Optional<Risk> risk) {

    /** A referral's own narrative, or the narrative of a record, which nobody has classified. */
    public enum NarrativeKind {
        REFERRAL,
        RECORD
    }

    /** What was seen or said. */
    public record Account(Nature nature, String text) {
        public Account {
            Objects.requireNonNull(nature, "nature");
            Objects.requireNonNull(text, "text");
        }

        @Override
        public String toString() {
            return "Account[" + nature + "]";
        }
    }

    /** What a child said or showed. */
    public record Voice(PersonKey child, String text) {
        public Voice {
            Objects.requireNonNull(child, "child");
            Objects.requireNonNull(text, "text");
        }

        @Override
        public String toString() {
            return "Voice[not shown]";
        }
    }

    /** A DASH risk assessment: grade, score (empty if none) and answers. */
    public record Risk(ItemField grade, String score, List<RiskAnswer> answers) {
        public Risk {
            Objects.requireNonNull(grade, "grade");
            Objects.requireNonNull(score, "score");
            answers = List.copyOf(answers);
        }
    }

    /** One answer of a risk assessment, by number of the question; the comment may be empty. */
    public record RiskAnswer(String question, ItemField answer, String comment) {
        public RiskAnswer {
            Objects.requireNonNull(question, "question");
            Objects.requireNonNull(answer, "answer");
            Objects.requireNonNull(comment, "comment");
        }

        @Override
        public String toString() {
            return "RiskAnswer[" + question + "]";
        }
    }

    public IncidentSheet {
        Objects.requireNonNull(heading, "heading");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(kindWord, "kindWord");
        Objects.requireNonNull(narrativeKind, "narrativeKind");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(place, "place");
        accounts = List.copyOf(accounts);
        voices = List.copyOf(voices);
        Objects.requireNonNull(risk, "risk");
    }

    @Override
    public String toString() {
        return "IncidentSheet[" + kind + "]";
    }
}
