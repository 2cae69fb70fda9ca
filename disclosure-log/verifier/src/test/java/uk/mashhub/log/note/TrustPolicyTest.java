package uk.mashhub.log.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.mashhub.log.Keys;
import uk.mashhub.log.note.TrustPolicy.Verdict.Kind;

class TrustPolicyTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:15:00Z");
    private static final String ORIGIN = "mash.example.org/exampleshire";
    private static final String TEXT = new Checkpoint(ORIGIN, 7, new byte[32]).text();

    private final Keys hub = new Keys(10);
    private final Keys[] agencies = {new Keys(11), new Keys(12), new Keys(13)};
    private final NoteKey quantumSafe = new NoteKey("court.example.org", NoteKey.ML_DSA_44_COSIGNATURE, new byte[1312]);

    private final String twoOfThree =
            "# whom Exampleshire trusts\n\nlog " + hub.log(ORIGIN).vkey()
                    + "\n  witness\tpolice " + vkey(0) + " http://police.example.org/\nwitness health " + vkey(1)
                    + "\nwitness housing " + vkey(2) + "\ngroup agencies 2 police health housing\nquorum agencies\n";

    private String vkey(int agency) {
        return agencies[agency].witness("agency" + agency + ".example.org").vkey();
    }

    private SignedNote signedBy(int... witnesses) {
        SignedNote note =
                SignedNote.read(SignedNote.sign(TEXT, hub.log(ORIGIN), hub)).orElseThrow();
        for (int n : witnesses) {
            NoteKey key = agencies[n].witness("agency" + n + ".example.org");
            note = note.with(Cosignature.of(TEXT, AT, key, agencies[n]));
        }
        return note;
    }

    private static TrustPolicy policy(String text) throws PolicyText.Malformed {
        return TrustPolicy.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Kind judged(String policy, SignedNote note) throws PolicyText.Malformed {
        return policy(policy).judge(note, NoteAlgorithms.ofJdk()).kind();
    }

    @Test
    void believesTwoOfThreeAgenciesAndNoFewer() throws PolicyText.Malformed {
        assertThat(judged(twoOfThree, signedBy(0, 1))).isEqualTo(Kind.GOOD);
        assertThat(judged(twoOfThree, signedBy(2, 0))).isEqualTo(Kind.GOOD);
        assertThat(judged(twoOfThree, signedBy(0, 1, 2))).isEqualTo(Kind.GOOD);
        assertThat(judged(twoOfThree, signedBy(1))).isEqualTo(Kind.BAD);
        assertThat(judged(twoOfThree, signedBy(1, 1))).isEqualTo(Kind.BAD);
        assertThat(judged(twoOfThree, signedBy())).isEqualTo(Kind.BAD);
    }

    @Test
    void rejectsAWrongSignatureOfAKnownKeyWhateverTheOthersSay() throws PolicyText.Malformed {
        NoteSignature good = signedBy(2).signatures().get(1);
        NoteSignature wrong = new NoteSignature(good.name(), good.keyId(), new byte[72]);
        assertThat(judged(twoOfThree, signedBy(0, 1).with(wrong))).isEqualTo(Kind.BAD);
    }

    @Test
    void rejectsAnotherLogAndWhatIsNoCheckpoint() throws PolicyText.Malformed {
        Keys other = new Keys(20);
        SignedNote forged =
                SignedNote.read(SignedNote.sign(TEXT, other.log(ORIGIN), other)).orElseThrow();
        SignedNote moved = SignedNote.read(SignedNote.sign(
                        new Checkpoint("elsewhere.example.org", 7, new byte[32]).text(), hub.log(ORIGIN), hub))
                .orElseThrow();
        SignedNote words = SignedNote.read(SignedNote.sign("words\n", hub.log(ORIGIN), hub))
                .orElseThrow();
        String logOnly = "log " + hub.log(ORIGIN).vkey() + "\nquorum none\n";

        assertThat(judged(logOnly, signedBy())).isEqualTo(Kind.GOOD);
        assertThat(judged(logOnly, forged)).isEqualTo(Kind.BAD);
        assertThat(judged(logOnly, moved)).isEqualTo(Kind.BAD);
        assertThat(judged(logOnly, words)).isEqualTo(Kind.BAD);
        assertThat(judged("quorum none\n", signedBy())).isEqualTo(Kind.BAD);
    }

    @Test
    void saysNotCheckedWhereAnUnknownKindOfSignatureWouldDecide() throws PolicyText.Malformed {
        String withCourt = twoOfThree
                .replace("group", "witness court " + quantumSafe.vkey() + "\ngroup")
                .replace("2 police", "2 court police");
        SignedNote byCourt = signedBy(0).with(new NoteSignature(quantumSafe.name(), quantumSafe.id(), new byte[2428]));

        assertThat(judged(withCourt, byCourt)).isEqualTo(Kind.NOT_CHECKED);
        assertThat(judged(withCourt, signedBy(0))).isEqualTo(Kind.BAD);
        assertThat(judged(withCourt, signedBy(0, 1))).isEqualTo(Kind.GOOD);
        assertThat(judged("log " + quantumSafe.vkey() + "\nquorum none", byCourt))
                .isEqualTo(Kind.BAD);
    }

    @Test
    void readsGroupsOfGroups() throws PolicyText.Malformed {
        String nested = twoOfThree.replace(
                "group agencies 2 police health housing\n",
                "group statutory any police health\ngroup agencies all statutory housing\n");
        assertThat(judged(nested, signedBy(0, 2))).isEqualTo(Kind.GOOD);
        assertThat(judged(nested, signedBy(1, 2))).isEqualTo(Kind.GOOD);
        assertThat(judged(nested, signedBy(0, 1))).isEqualTo(Kind.BAD);
        assertThat(judged(twoOfThree.replace("quorum agencies", "quorum health"), signedBy(1)))
                .isEqualTo(Kind.GOOD);
    }

    /** K (ASCII) and the Kelvin sign are two names (tlog-policy, 'Character set'). */
    @Test
    void takesNamesAsOctets() throws PolicyText.Malformed {
        String policy =
                "witness K " + vkey(0) + "\nwitness \u212a " + vkey(1) + "\ngroup both all K \u212a\nquorum both\n";
        assertThat(policy(policy).witnesses()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            quorum agencies\\n                | ''                                        | no quorum line
            quorum agencies\\n                | quorum agencies\\nquorum agencies\\n      | a quorum already
            quorum agencies                  | quorum nobody                             | not defined above
            quorum agencies                  | quorum                                    | one name
            2 police                         | 0 police                                  | none of all, any
            2 police                         | 02 police                                 | none of all, any
            2 police                         | 4 police                                  | 1 to the number
            2 police health housing          | 2 police police housing                   | in a group already
            2 police health housing          | 2                                         | threshold and members
            2 police health housing          | 2 police health agencies                  | not defined above
            2 police health housing          | 1 police\\ngroup more any police           | in a group already
            2 police health housing          | all none                                  | not defined above
            witness health                   | witness police                            | name is taken
            witness health                   | witness none                              | name is taken
            witness health                   | observer health                           | begins with none of
            group agencies                   | group police                              | name is taken
            log                              | log x                                     | not a verifier key
            # whom                           | # \\r whom                                 | control character
            """)
    void refusesAPolicyThatBreaksARule(String good, String bad, String why) {
        String from = good.replace("\\n", "\n");
        assertThat(twoOfThree).contains(from);
        String changed = twoOfThree.replaceFirst(
                java.util.regex.Pattern.quote(from),
                java.util.regex.Matcher.quoteReplacement(
                        bad.replace("\\n", "\n").replace("\\r", "\r")));
        assertThatThrownBy(() -> policy(changed))
                .isInstanceOf(PolicyText.Malformed.class)
                .hasMessageContaining(why);
    }

    @Test
    void refusesOneKeyUnderTwoNamesAndKeysOfTheWrongKind() {
        String twice = twoOfThree.replace(
                vkey(1), agencies[0].witness("other.example.org").vkey());
        String noteKey = twoOfThree.replace(
                vkey(1), agencies[1].log("agency1.example.org").vkey());
        String cosigner =
                twoOfThree.replace(hub.log(ORIGIN).vkey(), hub.witness(ORIGIN).vkey());

        assertThatThrownBy(() -> policy(twice)).hasMessage("line 5: the witness's key is listed already");
        assertThatThrownBy(() -> policy(noteKey)).hasMessageContaining("not one that a witness signs with");
        assertThatThrownBy(() -> policy(cosigner)).hasMessageContaining("not one that a log signs with");
    }
}
