package uk.mashhub.match.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldedTest {
    @ParameterizedTest
    @CsvSource({
        "'José', jose",
        "'JOSE\u0301', jose",
        "'ŁUKASZ', lukasz",
        "'Sørensen', sorensen",
        "'Straße', strasse",
        "'STRASSE', strasse",
        "'Æthelred', aethelred",
        "'İpek', ipek",
        "'ÇİÇEK', cicek",
        "'O''Neil', oneil",
        "'O\u2019Neil', oneil",
        "'Ｅｘａｍｐｌｅ', example"
    })
    void foldsCaseAccentsAndApostrophes(String raw, String folded) {
        assertThat(Folded.words(raw)).containsExactly(folded);
    }

    @Test
    void partsAtHyphensSpacesAndPunctuation() {
        assertThat(Folded.words(" Anne-Marie  van_der\tBerg, ")).containsExactly("anne", "marie", "van", "der", "berg");
        assertThat(Folded.words(List.of("Anne", "Marie"))).containsExactly("anne", "marie");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "?", "Unknown", "NOT KNOWN", "n/k", "Baby", "Twin 2", "Unborn baby", "XX"})
    void readsAPlaceholderAsNothing(String raw) {
        assertThat(Folded.words(raw)).isEmpty();
    }

    @Test
    void keepsOtherScriptsAndTheirVowelSigns() {
        assertThat(Folded.words("अनीता")).isNotEqualTo(Folded.words("अनता")).hasSize(1);
        assertThat(Folded.words("محمد")).hasSize(1);
        assertThat(Folded.words("伟")).hasSize(1);
    }
}
