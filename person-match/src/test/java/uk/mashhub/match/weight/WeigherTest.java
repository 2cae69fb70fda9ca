package uk.mashhub.match.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeigherTest {
    private final Model model = ModelFile.shipped();
    private final Weigher weigher = new Weigher(model, Frequencies.NONE);

    @Test
    void addsNothingForAFieldThatOneRecordLacks() {
        Profile named = person("1", "Ada", "Reed").build();
        Profile more = person("2", "Ada", "Reed")
                .postcode("LS2 7DF")
                .number(Field.UPN, "X")
                .build();
        assertThat(weigher.weigh(named, more))
                .isEqualTo(weigher.weigh(named, person("3", "Ada", "Reed").build()));
    }

    @Test
    void weighsBothWaysAlike() {
        Profile a = person("1", "Ada", "Reed").postcode("LS2 7DF").build();
        Profile b = person("2", "Adah", "Reed-Sample").postcode("LS2 7DG").build();
        assertThat(weigher.weigh(a, b)).isEqualTo(weigher.weigh(b, a));
    }

    @Test
    void countsARareSurnameForMore() {
        List<Profile> people = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            people.add(person("c" + i, "Ada", i < 98 ? "Smith" : "Okonkwo").build());
        }
        Weigher here = new Weigher(model, Frequencies.of(people));
        double common = here.weigh(people.get(0), people.get(1));
        double rare = here.weigh(people.get(98), people.get(99));
        assertThat(rare - common).isGreaterThan(4);
        assertThat(here.explain(people.get(98), people.get(99)).words())
                .anyMatch(w -> w.startsWith("surname agrees and is "));
    }

    @Test
    void explainsTheSumStepByStepAndShowsNoValue() {
        Profile a = person("1", "Ada", "Okonkwo")
                .born(new Birth("20140703", false, false))
                .build();
        Profile b = person("2", "Ada", "Okonkwo")
                .born(new Birth("20140307", false, false))
                .build();
        Waterfall why = weigher.explain(a, b);
        assertThat(why.total()).isCloseTo(weigher.weigh(a, b), within(1e-9));
        assertThat(why.words()).anyMatch(w -> w.startsWith("date of birth is the same in another order: +"));
        assertThat(String.join(" ", why.words()).toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("okonkwo", "2014", "ada ");
    }

    @Test
    void readsWhatItWrites() {
        Model again = ModelFile.read(ModelFile.text(model));
        assertThat(ModelFile.text(again)).isEqualTo(ModelFile.text(model));
        for (Field field : Field.values()) {
            for (int i = 0; i < field.grades().size(); i++) {
                assertThat(again.bits(field, i)).isCloseTo(model.bits(field, i), within(1e-6));
            }
        }
    }

    /** A value that few share would tell of single people; that it is missing says how rare it is. */
    @Test
    void writesHowCommonAValueIsUnlessFewShareIt() {
        List<Profile> people = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            people.add(person("c" + i, "Ada", i < 98 ? "Smith" : "Okonkwo").build());
        }
        Weigher here = new Weigher(model, Frequencies.of(people));
        String text = ModelFile.text(here);
        assertThat(text).contains("\"smith\": 98", "\"records\": 100").doesNotContain("okonkwo");
        Weigher again = ModelFile.weigher(text);
        assertThat(ModelFile.text(again)).isEqualTo(text);
        assertThat(again.weigh(people.get(0), people.get(1)))
                .isCloseTo(here.weigh(people.get(0), people.get(1)), within(1e-6));
        assertThat(again.weigh(people.get(98), people.get(99)))
                .isGreaterThan(again.weigh(people.get(0), people.get(1)) + 4);
        assertThat(ModelFile.text(ModelFile.weigher(ModelFile.text(model)))).isEqualTo(ModelFile.text(model));
    }

    @Test
    void refusesAModelOfAnotherVersionOrWithoutAShare() {
        String text = ModelFile.text(model);
        assertThatThrownBy(() ->
                        ModelFile.read(text.replace("\"version\": \"" + Model.VERSION + "\"", "\"version\": \"0\"")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ModelFile.read(text.replace("\"UPN\"", "\"XYZ\"")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Profile.Builder person(String id, String forename, String surname) {
        return Profile.of(id, "").name(Name.of(forename, surname));
    }
}
