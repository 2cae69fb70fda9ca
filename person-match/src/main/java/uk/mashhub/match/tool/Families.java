package uk.mashhub.match.tool;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Invents families that are hard to match, with the truth: twins, the newborn and the unborn, adoption with a new NHS
 * number, moves to a refuge, step-families, shared addresses, aliases, and names of many origins, written down by sources
 * that each make their own slips. The same seed gives the same families. NHS numbers are of the test range (999).
 */
public final class Families {
    /** The columns, as {@code config/match/families.yaml} maps them. */
    public static final String HEADER =
            "id,person,group,case,source,forename,surname,alias,born,bornAccuracy,sex,postcode,"
                    + "street,place,phone,school,mother,nhsNumber,upn,localId,statute";

    private static final int MOST_PEOPLE = 200_000;
    private static final int FIRST_YEAR = 2007;

    /** More than any run tells, so that two seeds share no story. */
    private static final long STORIES = 1_000_003;

    /** Where people live and when they were born: another one for each family. */
    private final Random random;

    private final long seed;
    private final FamilyNames names = new FamilyNames();
    private final List<Home> homes = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private int people;
    private int told;

    /** What happens to a family and how it is written down; drawn again from the same seed for each group of names. */
    private Random story;

    private Families(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.story = new Random(seed);
        lines.add(HEADER);
    }

    /**
     * Invents so many people, or a few more to complete the last family.
     *
     * @return CSV with {@link #HEADER}; the column {@code person} is the truth
     */
    public static String csv(long seed, int people) {
        if (people < 1 || people > MOST_PEOPLE) {
            throw new IllegalArgumentException("1 to " + MOST_PEOPLE + " people can be invented");
        }
        Families families = new Families(seed);
        while (families.people < people) {
            families.family();
        }
        return String.join("\n", families.lines) + "\n";
    }

    /**
     * One family. The groups take turns, and each tells the same story before the next begins: moves, gaps and slips are
     * the same for all, so that a group whose links are missed more often is missed for its names.
     */
    private void family() {
        int groups = names.groups().size();
        String group = names.groups().get(told % groups);
        // Neighbouring seeds of Random begin alike; SplittableRandom mixes them first.
        story = new Random(new SplittableRandom(seed * STORIES + told / groups).nextLong());
        told++;
        List<String> surname = names.draw(group, "surnames", story);
        boolean shared = !homes.isEmpty() && chance(0.08);
        Home home = shared ? homes.get(random.nextInt(homes.size())) : Home.draw(random);
        homes.add(home);
        Person mother = person(group, "family", surname, names.draw(group, "girls", story), adultBirth(), "F", "");
        String mothersName = mother.forename().get(0) + " " + surname.get(0);
        Home later = chance(0.12) ? Home.draw(random) : home;
        write(mother, home, later);
        if (chance(0.6)) {
            boolean step = chance(0.25);
            List<String> name = step ? names.draw(group, "surnames", story) : surname;
            Person father = person(
                    group, step ? "step" : "family", name, names.draw(group, "boys", story), adultBirth(), "M", "");
            write(father, home, home);
        }
        LocalDate born = childBirth();
        Set<String> taken = new HashSet<>();
        int children = 1 + story.nextInt(3);
        for (int i = 0; i < children; i++) {
            born = child(group, surname, mothersName, born, home, later, taken);
        }
    }

    /** Writes a child, twins or an adopted child; gives the next child's birth. */
    private LocalDate child(
            String group,
            List<String> surname,
            String mother,
            LocalDate born,
            Home home,
            Home later,
            Set<String> taken) {
        boolean moved = !home.equals(later);
        boolean twins = chance(0.06);
        for (int i = 0; i < (twins ? 2 : 1); i++) {
            boolean girl = chance(0.5);
            List<String> family = chance(0.1) ? names.draw(group, "surnames", story) : surname;
            Person child = person(
                    group,
                    twins ? "twins" : moved ? "refuge" : family.equals(surname) ? "family" : "step",
                    twins ? surname : family,
                    forename(group, girl ? "girls" : "boys", taken),
                    born,
                    girl ? "F" : "M",
                    mother);
            write(child, home, later);
            if (!twins && chance(0.04)) {
                adopted(child);
            }
            if (!twins && chance(0.05)) {
                newborn(child, home);
            }
        }
        return born.plusDays(330 + story.nextInt(1200));
    }

    /** A forename that no brother or sister has. */
    private List<String> forename(String group, String list, Set<String> taken) {
        List<String> name = names.draw(group, list, story);
        while (!taken.add(name.get(0))) {
            name = names.draw(group, list, story);
        }
        return name;
    }

    /** The same child after adoption: another surname, home, mother and NHS number, and never to be linked with before. */
    private void adopted(Person before) {
        Person after = person(
                before.group(),
                "adoption",
                names.draw(before.group(), "surnames", story),
                before.forename(),
                before.born(),
                before.sex(),
                names.draw(before.group(), "girls", story).get(0));
        write(after, Home.draw(random), Clerk.HEALTH, "ADOPTION", "");
    }

    /** Two records from before the child had a name: as 'Baby' in the hospital, and as expected at the council. */
    private void newborn(Person child, Home home) {
        Person unnamed = new Person(
                child.number(),
                child.group(),
                "newborn",
                child.surname(),
                List.of("Baby"),
                child.born(),
                child.sex(),
                child.mother(),
                child.nhs(),
                "");
        write(unnamed, home, Clerk.HEALTH, "", "");
        LocalDate due = child.born().plusDays(story.nextInt(21) - 7);
        lines.add(row(unnamed, Clerk.COUNCIL, "", child.surname().get(0), "", due + ",EXPECTED", home, "", "", ""));
    }

    private Person person(
            String group,
            String kind,
            List<String> surname,
            List<String> forename,
            LocalDate born,
            String sex,
            String mother) {
        people++;
        String upn = born.getYear() >= FIRST_YEAR ? Numbers.upn(people) : "";
        return new Person(people, group, kind, surname, forename, born, sex, mother, Numbers.nhs(people), upn);
    }

    private void write(Person person, Home home, Home later) {
        boolean child = !person.upn().isEmpty();
        write(person, home, Clerk.HEALTH, "", "");
        if (child && chance(0.8)) {
            write(person, chance(0.5) ? home : later, Clerk.SCHOOL, "", home.place() + " Primary");
        }
        if (chance(0.6)) {
            write(person, later, Clerk.COUNCIL, "", "");
        }
        if (chance(child ? 0.3 : 0.5)) {
            write(person, chance(0.5) ? home : later, Clerk.POLICE, "", "");
        }
        if (!child && chance(0.5)) {
            write(person, later, Clerk.HOUSING, "", "");
        }
    }

    private void write(Person person, Home home, Clerk clerk, String statute, String school) {
        String forename = clerk.name(person.forename(), story);
        String surname = clerk.name(person.surname(), story);
        boolean swapped = chance(0.01);
        boolean alias = clerk.equals(Clerk.POLICE) && chance(0.08);
        String known = alias
                ? Clerk.slipped(person.forename().get(0), story) + " "
                        + names.draw(person.group(), "surnames", story).get(0)
                : "";
        lines.add(row(
                person,
                clerk,
                swapped ? surname : forename,
                swapped ? forename : surname,
                known,
                clerk.born(person.born(), story),
                home,
                nhs(person, clerk),
                school,
                statute));
    }

    private String nhs(Person person, Clerk clerk) {
        double share = clerk.equals(Clerk.HEALTH) ? 0.97 : clerk.equals(Clerk.COUNCIL) ? 0.4 : 0;
        return chance(share) ? person.nhs() : "";
    }

    private String row(
            Person person,
            Clerk clerk,
            String forename,
            String surname,
            String alias,
            String born,
            Home home,
            String nhs,
            String school,
            String statute) {
        boolean atSchool = clerk.equals(Clerk.SCHOOL) || clerk.equals(Clerk.COUNCIL) && chance(0.3);
        return String.join(
                ",",
                "r" + lines.size(),
                "p" + person.number(),
                person.group(),
                person.kind(),
                clerk.source(),
                forename,
                surname,
                alias,
                born,
                chance(0.95) ? person.sex() : "",
                chance(0.03) ? "" : home.postcode(),
                chance(0.05) ? "" : home.street(),
                home.place(),
                chance(0.4) ? home.phone() : "",
                school,
                chance(0.3) ? person.mother() : "",
                nhs,
                atSchool ? person.upn() : "",
                "",
                statute);
    }

    private LocalDate adultBirth() {
        return LocalDate.of(1965, 1, 1).plusDays(random.nextInt(12_000));
    }

    private LocalDate childBirth() {
        return LocalDate.of(FIRST_YEAR, 1, 1).plusDays(random.nextInt(5_000));
    }

    private boolean chance(double share) {
        return story.nextDouble() < share;
    }

    /** Somebody invented; names with their spellings. */
    private record Person(
            int number,
            String group,
            String kind,
            List<String> surname,
            List<String> forename,
            LocalDate born,
            String sex,
            String mother,
            String nhs,
            String upn) {}
}
