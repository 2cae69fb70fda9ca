package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.mashhub.hub.area.Agency;
import uk.mashhub.hub.area.Area;
import uk.mashhub.hub.area.Calendar;
import uk.mashhub.hub.area.Partnership;
import uk.mashhub.hub.area.Source;
import uk.mashhub.hub.area.Team;
import uk.mashhub.hub.storage.KeyMissing;
import uk.mashhub.hub.storage.KeyRing;
import uk.mashhub.hub.storage.KeyUse;
import uk.mashhub.hub.storage.QuarantineRow;
import uk.mashhub.hub.storage.QuarantineStore;
import uk.mashhub.hub.storage.Reading;
import uk.mashhub.hub.storage.TeamRoles;
import uk.mashhub.hub.storage.ViewReader;
import uk.mashhub.model.RandomSource;
import uk.mashhub.model.id.AgencyId;
import uk.mashhub.model.id.AreaCode;
import uk.mashhub.model.id.Principal;
import uk.mashhub.model.id.SourceId;
import uk.mashhub.model.id.TeamId;
import uk.mashhub.model.vocabulary.Placement;
import uk.mashhub.model.vocabulary.Role;
import uk.mashhub.model.vocabulary.Sector;

class DatabaseConfigurationTest {
    private static final AreaCode AREA = new AreaCode("E10999999");
    private static final TeamId DESK = new TeamId("police-desk");

    private final Path data = Path.of("target", "test-data", UUID.randomUUID().toString());
    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(
                    Around.class,
                    KeysConfiguration.class,
                    DatabaseConfiguration.class,
                    DatabaseStores.class,
                    BrokerConfiguration.class)
            .withPropertyValues("hub.data-dir=" + data, "hub.password-file=" + data.resolve("keystore.password"));

    @Configuration(proxyBeanMethods = false)
    static class Around {
        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2026-03-02T10:40:00Z"), ZoneOffset.UTC);
        }

        @Bean
        RandomSource random() {
            SecureRandom secure = new SecureRandom();
            return length -> {
                byte[] bytes = new byte[length];
                secure.nextBytes(bytes);
                return bytes;
            };
        }

        @Bean
        Partnership partnership() {
            return of(DESK);
        }

        static Partnership of(TeamId desk) {
            AgencyId police = new AgencyId("exampleshire-police");
            Source records = new Source(
                    new SourceId("police-records"),
                    "Records",
                    Source.Use.ANSWERER,
                    new Principal("police-records"),
                    List.of(),
                    false);
            return new Partnership(List.of(new Area(
                    AREA,
                    "Exampleshire",
                    60,
                    Set.of(),
                    new Calendar(
                            ZoneId.of("Europe/London"),
                            List.of(DayOfWeek.MONDAY),
                            LocalTime.of(9, 0),
                            LocalTime.of(17, 0),
                            List.of()),
                    List.of(),
                    List.of(new Agency(
                            police, "Exampleshire Police", Sector.values()[0], "020 7946 0001", List.of(records))),
                    List.of(new Team(
                            desk,
                            "Police desk",
                            police,
                            Role.AGENCY_RESEARCHER,
                            Placement.values()[0],
                            Team.Perspective.INDEX_CHILD)),
                    Optional.empty())));
        }
    }

    /** Otherwise it would have migrated, or taken a running hub's leads for its own, before it is told that it may not run. */
    @Test
    void writesNothingBesideAHubThatRunsWithAnotherConfiguration() {
        TeamId theirs = new TeamId("another-desk");
        runner.run(context -> {
            DatabaseServer server = context.getBean(DatabaseServer.class);
            RandomSource random = context.getBean(RandomSource.class);
            TeamRoles roles = context.getBean(TeamRoles.class);
            try (Instances one = DatabaseSchema.join(server, Around.of(DESK), hub("one", context), random)) {
                assertThatThrownBy(() -> DatabaseSchema.join(server, Around.of(theirs), hub("two", context), random))
                        .hasMessageContaining("stop all of them");
                assertThatThrownBy(
                                () -> DatabaseSchema.bringAlone(server, Around.of(theirs), hub("one", context), random))
                        .as("a command")
                        .hasMessageContaining("a hub runs on this database");
                assertThat(roles.of(AREA, theirs)).isEmpty();
            }
            try (Instances two = DatabaseSchema.join(server, Around.of(theirs), hub("two", context), random)) {
                assertThat(roles.of(AREA, theirs)).as("alone").isPresent();
            }
        });
    }

    private DatabaseSchema.Joining hub(String configuration, ApplicationContext context) {
        return (store, transactions) -> new Instances(
                store,
                transactions,
                data.resolve("instances"),
                UUID.randomUUID(),
                configuration,
                true,
                context.getBean(Clock.class));
    }

    @Test
    void refusesToStartOnAKeystoreOlderThanTheDatabase() throws IOException {
        Path keystore = data.resolve("keystore.p12");
        Path backup = data.resolve("backup.p12");
        runner.run(context -> {
            assertThat(context).hasNotFailed();
            Files.copy(keystore, backup);
            context.getBean(QuarantineStore.class).add(message(), Optional.of(new byte[] {1}));
        });
        runner.run(context -> assertThat(context).hasNotFailed());

        Files.copy(backup, keystore, StandardCopyOption.REPLACE_EXISTING);
        byte[] restored = Files.readAllBytes(keystore);
        runner.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(KeyMissing.class)
                .hasMessageContaining("agency:exampleshire-police (epoch 1)")
                .hasMessageContaining("Put back the newest keystore"));
        assertThat(Files.readAllBytes(keystore)).as("no key is made").isEqualTo(restored);
    }

    private static QuarantineRow message() {
        return new QuarantineRow(
                new Principal("police-records"),
                new AgencyId("exampleshire-police"),
                "hub.intake",
                1,
                new byte[32],
                "MALFORMED",
                "line 1",
                "not JSON",
                "WAITING",
                Instant.parse("2026-03-02T10:40:00Z"),
                Optional.empty());
    }

    @Test
    void startsFromNothingStartsAgainAndRefusesToStartWithoutItsKeys() throws IOException {
        byte[][] seal = new byte[1][];
        String[] role = new String[1];
        runner.run(context -> {
            assertThat(context).hasNotFailed();
            seal[0] = context.getBean(KeyRing.class).secret(KeyUse.POLICY_SEAL);
            role[0] = context.getBean(TeamRoles.class).of(AREA, DESK).orElseThrow();
            assertThat(context.getBean(ViewReader.class).as(role[0], Reading::publishedPolicy))
                    .isEmpty();
            assertThat(context.getBean(BrokerServer.class).depth("agency.exampleshire-police.police-records.enquiries"))
                    .isZero();
            assertThat(context.getBean(BrokerServer.class).depth("team.e10999999.police-desk.notices"))
                    .isZero();
        });

        runner.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(KeyRing.class).secret(KeyUse.POLICY_SEAL))
                    .isEqualTo(seal[0]);
            assertThat(context.getBean(TeamRoles.class).of(AREA, DESK)).contains(role[0]);
        });

        Files.delete(data.resolve("keystore.p12"));
        runner.run(context -> assertThat(context).getFailure().rootCause().isInstanceOf(KeyMissing.class));
        assertThat(data.resolve("keystore.p12")).doesNotExist();
    }
}
