package uk.mashhub.match.tool;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import uk.mashhub.match.weight.Birth;
import uk.mashhub.match.weight.Field;
import uk.mashhub.match.weight.Name;
import uk.mashhub.match.weight.Profile;
import uk.mashhub.model.person.Address;
import uk.mashhub.model.person.BirthDate;
import uk.mashhub.model.person.DatedAddress;
import uk.mashhub.model.person.NameUse;
import uk.mashhub.model.person.NhsNumber;
import uk.mashhub.model.person.PersonDetails;
import uk.mashhub.model.person.PersonName;
import uk.mashhub.model.vocabulary.Sex;

/**
 * A town of invented people for benchmarks: any number of records, each made when it is asked for. Every fifth record is
 * another one of the person before, with slips. A surname is common or, as in life, one of very many rare ones.
 */
public final class Population {
    static final int EVERY = 5;
    private static final String[] STEMS = {
        "Ash", "Birch", "Col", "Dun", "Elm", "Fen", "Gar", "Hol", "Ing", "Kel", "Lin", "Mar", "Nor", "Oak", "Pem",
        "Quar", "Red", "Stan", "Thorn", "Ul", "Ver", "Wal", "Yar", "Zel", "Brad", "Crom", "Drax", "Eger", "Farn", "Glen"
    };
    private static final String[] MIDDLES = {"", "ing", "er", "in", "el", "on", "ar", "en", "is", "ow"};
    private static final String[] ENDS = {
        "ton", "ley", "ham", "by", "ford", "worth", "wick", "field", "stone", "bourne", "gate", "croft", "shaw", "well",
        "more", "den", "hurst", "combe", "dale", "thorpe", "wood", "land", "ridge", "stead", "holme", "brook", "cote",
        "bury", "mere", "wold"
    };

    private final FamilyNames names = new FamilyNames();
    private final long seed;

    public Population(long seed) {
        this.seed = seed;
    }

    /** What a record says: several of one person differ by slips. */
    private record Said(String forename, String surname, LocalDate born, Sex sex, Home home, int person) {
        @Override
        public String toString() {
            return "Said[not shown]";
        }
    }

    /** The person of a record, for the truth. */
    static int person(int record) {
        return record % EVERY == EVERY - 1 ? record - 1 : record;
    }

    /** The record for linking in batches; its id is its number. */
    Profile profile(int record) {
        Said said = said(record);
        return Profile.of(Integer.toString(record), "")
                .name(Name.of(said.forename(), said.surname()))
                .born(Birth.of(said.born()))
                .sex(said.sex())
                .postcode(said.home().postcode())
                .street(said.home().street())
                .words(Field.PLACE, said.home().place())
                .build();
    }

    /** The record as the hub takes it in; one in three carries an NHS number. */
    public PersonDetails details(int record) {
        Said said = said(record);
        return new PersonDetails(
                List.of(new PersonName(List.of(said.forename()), said.surname(), NameUse.USUAL)),
                Optional.of(new BirthDate(said.born(), BirthDate.Accuracy.ACCURATE)),
                said.sex(),
                said.person() % 3 == 0 ? List.of(new NhsNumber(Numbers.nhs(said.person()))) : List.of(),
                List.of(new DatedAddress(
                        new Address(List.of(said.home().street()), said.home().postcode(), Optional.empty()),
                        DatedAddress.AddressUse.CURRENT,
                        Optional.empty(),
                        Optional.empty())),
                List.of());
    }

    private Said said(int record) {
        int person = person(record);
        Random random = new Random(new SplittableRandom(seed * 4_000_037 + person).nextLong());
        String group = names.groups().get(random.nextInt(names.groups().size()));
        boolean girl = random.nextBoolean();
        String forename = names.draw(group, girl ? "girls" : "boys", random).get(0);
        String surname = random.nextInt(3) == 0
                ? names.draw(group, "surnames", random).get(0)
                : any(STEMS, random) + any(MIDDLES, random) + any(ENDS, random);
        LocalDate born = LocalDate.of(1940, 1, 1).plusDays(random.nextInt(31_000));
        Home home = Home.draw(random);
        boolean again = person != record;
        return new Said(
                again && random.nextInt(8) == 0 ? Clerk.slipped(forename, random) : forename,
                again && random.nextInt(8) == 0 ? Clerk.slipped(surname, random) : surname,
                again && random.nextInt(20) == 0 ? born.withDayOfMonth(1 + random.nextInt(28)) : born,
                girl ? Sex.FEMALE : Sex.MALE,
                again && random.nextInt(6) == 0 ? Home.draw(random) : home,
                person);
    }

    private static String any(String[] of, Random random) {
        return of[random.nextInt(of.length)];
    }
}
