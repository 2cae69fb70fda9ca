package uk.mashhub.match.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import uk.mashhub.match.weight.Birth;
import uk.mashhub.match.weight.Name;
import uk.mashhub.match.weight.Profile;

/** Invented people for linking, several records each, with slips. */
final class LinkedPeople {
    private static final String[] FORENAMES = {
        "Ada", "Bronwen", "Chidi", "Dilys", "Efua", "Fiona", "Gethin", "Hamza", "Ines", "Jakub", "Kwame", "Leila",
        "Magda", "Niamh", "Owain", "Priya", "Rashid", "Siobhan", "Tomasz", "Wei"
    };
    private static final String[] SURNAMES = {
        "Okonkwo",
        "Reed",
        "Kowalska",
        "Patel",
        "Ap Huw",
        "Murphy",
        "Zhang",
        "Haddad",
        "Mensah",
        "Sample",
        "Nowak",
        "Begum",
        "Llewellyn",
        "Osei",
        "Byrne",
        "Rahman"
    };

    private LinkedPeople() {}

    /** Records of so many people, one to four each; the id is 'person-record'. */
    static List<Profile> of(int people, long seed) {
        Random random = new Random(seed);
        List<Profile> records = new ArrayList<>();
        for (int p = 0; p < people; p++) {
            String forename = FORENAMES[random.nextInt(FORENAMES.length)];
            String surname = SURNAMES[random.nextInt(SURNAMES.length)];
            String born =
                    String.format("20%02d%02d%02d", random.nextInt(20), 1 + random.nextInt(12), 2 + random.nextInt(26));
            String postcode = "ZZ" + (1 + random.nextInt(9)) + " " + random.nextInt(9) + "AA";
            for (int r = 0; r <= random.nextInt(4); r++) {
                String spelt = random.nextInt(6) == 0 ? surname.substring(1) : surname;
                String digits = random.nextInt(6) == 0 ? born.substring(0, 7) + random.nextInt(10) : born;
                records.add(child(p + "-" + r, forename, spelt, digits)
                        .postcode(postcode)
                        .build());
            }
        }
        return records;
    }

    static Profile.Builder child(String id, String forename, String surname, String born) {
        return Profile.of(id, "").name(Name.of(forename, surname)).born(new Birth(born, false, false));
    }
}
