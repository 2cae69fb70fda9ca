package uk.mashhub.hub.account;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import uk.mashhub.model.vocabulary.Purpose;

/** An account in words for whom it is about: plain text, UTF-8. Where nothing is told it reads the same, whatever the reason. */
final class AccountText {
    /** The same sentences at the end of each, whether or not anything was left out. */
    static final String END =
            "The law may let us, or make us, leave things out of an account like this one. These sentences"
                    + " stand at the end of every account, whether or not anything was left out, and we cannot tell you which. You"
                    + " may ask us to look at it again, and you may complain to the Information Commissioner.";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private AccountText() {}

    /**
     * The account.
     *
     * @param by the organisation that makes it
     * @param on the day on which it was prepared
     */
    static String of(AccountSubject subject, String by, LocalDate on, List<SubjectAccount.Told> lines) {
        StringBuilder text = new StringBuilder("Who was given information about you\n\n");
        text.append("For: ")
                .append(subject.name())
                .append(", born on ")
                .append(DAY.format(subject.born()))
                .append(".\n");
        text.append("Made by ")
                .append(by)
                .append(" on ")
                .append(DAY.format(on))
                .append(", under UK GDPR article 15.\n\n");
        if (lines.isEmpty()) {
            text.append("There is nothing that we can list here.\n\n");
        }
        lines.forEach(line -> text.append(line(line)).append('\n'));
        return text.append(END).append('\n').toString();
    }

    /** One line of it. */
    static String line(SubjectAccount.Told line) {
        StringBuilder text = new StringBuilder();
        text.append("On ")
                .append(DAY.format(line.day()))
                .append(": ")
                .append(line.organisation())
                .append('\n');
        text.append("  was given: ").append(String.join("; ", line.kinds())).append('\n');
        text.append("  for: ").append(purpose(line.purpose())).append('\n');
        if (!line.laws().isEmpty()) {
            text.append("  under: ").append(String.join("; ", line.laws())).append('\n');
        }
        return text.toString();
    }

    /** Its bytes, to which the log commits. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String purpose(Purpose purpose) {
        return switch (purpose) {
            case PRESCREEN, MASH_ENQUIRY -> "looking at a concern about a child";
            case S17 -> "seeing whether a child needs help";
            case EARLY_HELP -> "helping a family early";
            default -> throw new IllegalArgumentException("no account tells of " + purpose);
        };
    }
}
