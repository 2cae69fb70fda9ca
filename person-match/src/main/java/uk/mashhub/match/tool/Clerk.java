package uk.mashhub.match.tool;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes down a person as a source of one kind does, with that source's slips.
 *
 * @param slip share of names with a slip of the keyboard
 * @param byEar share of names in another spelling
 * @param noBirth share of records without a date of birth
 * @param oddBirth share of dates with day and month swapped, one digit wrong, or 1 January for a year
 */
record Clerk(String source, double slip, double byEar, double noBirth, double oddBirth) {
    static final Clerk HEALTH = new Clerk("health", 0.02, 0.02, 0.01, 0.01);
    static final Clerk SCHOOL = new Clerk("school", 0.03, 0.06, 0.01, 0.02);
    static final Clerk COUNCIL = new Clerk("council", 0.05, 0.06, 0.05, 0.04);
    static final Clerk POLICE = new Clerk("police", 0.06, 0.12, 0.10, 0.06);
    static final Clerk HOUSING = new Clerk("housing", 0.05, 0.05, 0.20, 0.03);

    private static final String KEYS = "qwertyuiopasdfghjklzxcvbnm";

    /** One of the spellings, with slips. */
    String name(List<String> spellings, Random random) {
        String name = random.nextDouble() < byEar ? spellings.get(random.nextInt(spellings.size())) : spellings.get(0);
        return random.nextDouble() < slip ? slipped(name, random) : name;
    }

    /** The date of birth as written, with how sure the source is: 'date,accuracy'; both empty where there is none. */
    String born(LocalDate day, Random random) {
        if (random.nextDouble() < noBirth) {
            return ",";
        }
        if (random.nextDouble() >= oddBirth) {
            return day + ",ACCURATE";
        }
        int kind = random.nextInt(4);
        if (kind == 0) {
            return day.getYear() + "-01-01,ESTIMATED";
        }
        if (kind == 1 && day.getDayOfMonth() <= 12) {
            return LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue()) + ",ACCURATE";
        }
        return day.withDayOfMonth(1 + (day.getDayOfMonth() + 9) % 28) + ",ACCURATE";
    }

    static String slipped(String word, Random random) {
        int at = 1 + random.nextInt(Math.max(1, word.length() - 1));
        if (at >= word.length()) {
            return word;
        }
        String before = word.substring(0, at);
        return switch (random.nextInt(4)) {
            case 0 -> before + word.substring(at + 1);
            case 1 -> before + word.charAt(at) + word.substring(at);
            case 2 -> before + KEYS.charAt(random.nextInt(KEYS.length())) + word.substring(at + 1);
            default ->
                at + 1 < word.length()
                        ? before + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2)
                        : word.toUpperCase(Locale.ROOT);
        };
    }
}
