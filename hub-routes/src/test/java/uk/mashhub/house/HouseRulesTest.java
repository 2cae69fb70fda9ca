package uk.mashhub.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/house/broken/"))
            .importPackages("uk.mashhub");

    private static final JavaClasses BROKEN = new ClassFileImporter()
            .withImportOption(HouseRulesTest::brokenOnPurpose)
            .importPackages("uk.mashhub");

    private static boolean brokenOnPurpose(Location location) {
        return location.contains("BrokenOnPurpose");
    }

    @TestFactory
    Stream<DynamicTest> holds() {
        return HouseRules.all().entrySet().stream()
                .map(rule -> dynamicTest(rule.getKey(), () -> rule.getValue().check(HOUSE)));
    }

    @TestFactory
    Stream<DynamicTest> bites() {
        return HouseRules.all().entrySet().stream()
                .map(rule -> dynamicTest(
                        rule.getKey(),
                        () -> assertThat(rule.getValue().evaluate(BROKEN).hasViolation())
                                .as("a class that breaks '%s' on purpose is caught", rule.getKey())
                                .isTrue()));
    }
}
