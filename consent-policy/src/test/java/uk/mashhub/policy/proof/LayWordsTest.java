package uk.mashhub.policy.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.mashhub.policy.fact.Attribute;

class LayWordsTest {
    @ParameterizedTest
    @EnumSource
    void sayEveryAttributeAsALayPersonWould(Attribute attribute) {
        assertThat(LayWords.name(attribute)).doesNotContain("_").isNotEqualTo(attribute.name());
    }

    @Test
    void sayOfAFactThatItIsNotSo() {
        assertThat(LayWords.condition(Attribute.HELD, 1)).isEqualTo("it is not so that the owner holds it back");
        assertThat(LayWords.condition(Attribute.HELD, 2)).isEqualTo("the owner holds it back");
    }
}
