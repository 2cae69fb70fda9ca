package uk.mashhub.adapter.police.sheet;

import uk.mashhub.model.item.ItemField;
import uk.mashhub.model.vocabulary.FieldKind;

/** Reads the words of a DASH risk assessment. */
public final class RiskWords {
    private enum Grade {
        STANDARD,
        MEDIUM,
        HIGH
    }

    private enum Reply {
        YES,
        NO,
        DONT_KNOW,
        NOT_ASKED,
        REFUSED
    }

    private RiskWords() {}

    /** The grade. */
    public static ItemField grade(String word, String place, Terms terms) {
        return Codes.field(Grade.class, FieldKind.RISK_LEVEL, "DASH grade", word, place, terms);
    }

    /** The answer to one question, by its number. */
    public static ItemField reply(String question, String word, String place, Terms terms) {
        return Codes.field(Reply.class, FieldKind.RISK_LEVEL, label(question), word, place, terms);
    }

    static String label(String question) {
        return "DASH question " + question;
    }
}
