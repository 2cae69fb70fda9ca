package uk.mashhub.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ObjectInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.savedrequest.DefaultSavedRequest;
import org.springframework.web.servlet.FlashMap;
import tools.jackson.databind.json.JsonMapper;
import uk.mashhub.hub.MovedClock;
import uk.mashhub.hub.TheHub;
import uk.mashhub.hub.storage.SessionStore;
import uk.mashhub.hub.storage.server.TestDatabase;
import uk.mashhub.hub.triage.Typed;

/** Whichever hub is asked knows who is signed in, for as long as the session lasts and not longer. */
class SessionsOfPagesTest {
    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");
    private static final String USER = "5f0c1f7e-6f0a-4b8e-9d57-0f7d0b0c6a11";
    private static final String NAME = "Quilla Invented";

    private final TestDatabase database = TestDatabase.shared();
    private final MovedClock clock = new MovedClock(NINE);
    private final SessionsOfPages one = hub();
    private final SessionsOfPages other = hub();

    private SessionsOfPages hub() {
        return hub(SessionRoom.MOST);
    }

    private SessionStore store() {
        return new SessionStore(database.app, database.vault, database.keys);
    }

    private SessionsOfPages hub(long most) {
        SessionStore store = store();
        return new SessionsOfPages(
                store,
                new SessionContent(SessionsOfPagesTest.class.getClassLoader()),
                SessionRoom.in(store, most, new SimpleMeterRegistry()),
                Duration.ofMinutes(30),
                clock,
                database.random);
    }

    /** Somebody signed in, as the provider's token says. */
    private static SecurityContext signedIn() {
        return signedIn(USER, "of the provider");
    }

    private static SecurityContext signedIn(String user, String signIn) {
        return signedIn(user, signIn, NINE);
    }

    private static SecurityContext signedIn(String user, String signIn, Instant issuedAt) {
        OidcIdToken token = new OidcIdToken(
                "header.payload.signature",
                issuedAt,
                issuedAt.plusSeconds(300),
                Map.of(
                        "sub",
                        user,
                        "sid",
                        signIn,
                        "iss",
                        url("https://sign-in.example"),
                        "aud",
                        List.of("mash-hub"),
                        "name",
                        NAME,
                        "auth_time",
                        NINE,
                        "mash_team",
                        "council-decision"));
        OidcUserAuthority authority = new OidcUserAuthority(token);
        return new SecurityContextImpl(new OAuth2AuthenticationToken(
                new DefaultOidcUser(List.of(authority), token), List.of(authority), "mash"));
    }

    private static java.net.URL url(String text) {
        try {
            return java.net.URI.create(text).toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private SessionOfPages begun(Object context) {
        SessionOfPages session = one.createSession();
        session.setAttribute("SPRING_SECURITY_CONTEXT", context);
        one.save(session);
        return session;
    }

    private Optional<SessionOfPages> found(SessionsOfPages where, String secret) {
        return Optional.ofNullable(where.findById(secret));
    }

    private void pass(Duration time) {
        clock.pass(time);
    }

    @Test
    void areKnownToEveryHubWithAllThatTheyHold() {
        SessionOfPages session = one.createSession();
        session.setAttribute("SPRING_SECURITY_CONTEXT", signedIn());
        session.setAttribute("csrf", new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", "of this session"));
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/packet/1");
        session.setAttribute("saved", new DefaultSavedRequest(request));
        session.setAttribute(
                "asked",
                OAuth2AuthorizationRequest.authorizationCode()
                        .authorizationUri("https://sign-in.example/authorize")
                        .clientId("mash-hub")
                        .redirectUri("http://127.0.0.1/login/oauth2/code/mash")
                        .state("of this sign-in")
                        .additionalParameters(Map.of("nonce", "of this sign-in"))
                        .attributes(Map.of("registration_id", "mash"))
                        .build());
        one.save(session);

        SessionOfPages there = found(other, session.getId()).orElseThrow();
        SecurityContext context = there.getRequiredAttribute("SPRING_SECURITY_CONTEXT");
        assertThat(context).isEqualTo(signedIn());
        DefaultOidcUser user = (DefaultOidcUser) context.getAuthentication().getPrincipal();
        assertThat(user.getClaims())
                .containsEntry("mash_team", "council-decision")
                .containsEntry("auth_time", NINE);
        assertThat(there.<DefaultCsrfToken>getRequiredAttribute("csrf").getToken())
                .isEqualTo("of this session");
        assertThat(there.<DefaultSavedRequest>getRequiredAttribute("saved").getRequestURI())
                .isEqualTo("/packet/1");
        assertThat(there.<OAuth2AuthorizationRequest>getRequiredAttribute("asked")
                        .getState())
                .isEqualTo("of this sign-in");
    }

    @Test
    void carryFromOnePageToTheNextOnAnyHub() {
        MockHttpServletRequest from = new MockHttpServletRequest("POST", "/packet/1/acts");
        WebFlash flash = new WebFlash();
        FlashMap said = new FlashMap();
        said.setTargetRequestPath("/packet/1");
        said.addTargetRequestParam("n", "2");
        said.put("refusal", "Say why it is rated so.");
        said.put("report", List.of("one", "two", "three").subList(1, 3));
        said.put("typed", typed(Map.of("act", List.of("Rate"), "reason", List.of("Because"))));
        flash.saveOutputFlashMap(said, from, new MockHttpServletResponse());
        SessionOfPages session = begun("somebody");
        session.setAttribute(
                "flash", java.util.Objects.requireNonNull(from.getSession()).getAttribute("flash"));
        one.save(session);

        MockHttpServletRequest next = new MockHttpServletRequest("GET", "/packet/1");
        next.setParameter("n", "2");
        next.setQueryString("n=2");
        java.util.Objects.requireNonNull(next.getSession())
                .setAttribute(
                        "flash", found(other, session.getId()).orElseThrow().getRequiredAttribute("flash"));
        FlashMap heard = java.util.Objects.requireNonNull(flash.retrieveAndUpdate(next, new MockHttpServletResponse()));

        assertThat((Map<String, Object>) heard)
                .containsEntry("refusal", "Say why it is rated so.")
                .containsEntry("report", List.of("two", "three"));
        assertThat(((Typed) java.util.Objects.requireNonNull(heard.get("typed"))).text("Rate", "", "reason"))
                .isEqualTo("Because");
        assertThat(next.getSession().getAttribute("flash")).as("heard once").isNull();
    }

    @Test
    void leaveNothingReadableInTheDatabase() {
        SessionOfPages session = begun(signedIn());
        String row = database.app
                .sql("select * from web_session where used_at = :at order by session_id")
                .param("at", java.time.OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query((r, n) ->
                        new String(r.getBytes("body"), StandardCharsets.ISO_8859_1) + r.getString("session_id"))
                .list()
                .toString();
        assertThat(row)
                .doesNotContain(NAME, USER, session.getId(), session.getId().substring(0, 16));
        assertThat(database.app
                        .sql("select encode(person, 'escape') || encode(sign_in, 'escape') from web_session"
                                + " where session_id = :id")
                        .param("id", row(session))
                        .query(String.class)
                        .single())
                .as("whose it is, as a hash that nobody can make without the key")
                .doesNotContain(USER, "of the provider");
    }

    @Test
    void goToNoOtherBrowserByWhoeverWritesToTheDatabase() {
        SessionOfPages theirs = begun(signedIn());
        SessionOfPages stranger = begun("nobody");
        // The stranger's row gets the body of theirs, as it lies there.
        database.app
                .sql("update web_session w set body = t.body, wrapped_key = t.wrapped_key, epoch = t.epoch"
                        + " from web_session t where w.session_id = :stranger and t.session_id = :theirs")
                .param("stranger", row(stranger))
                .param("theirs", row(theirs))
                .update();
        assertThat(found(one, stranger.getId())).isEmpty();
        assertThat(found(one, theirs.getId())).isPresent();
    }

    @Test
    void lastNoLongerByWhoeverWritesToTheDatabase() {
        SessionOfPages idle = begun(signedIn());
        pass(Duration.ofMinutes(31));
        database.app
                .sql("update web_session set used_at = :at, ends_at = :at + interval '1 day' where session_id = :id")
                .param("at", java.time.OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("id", row(idle))
                .update();
        assertThat(found(one, idle.getId())).isEmpty();
    }

    @Test
    void areNoneWithoutTheKeyOfTheirEpoch() {
        SessionOfPages session = begun(signedIn());
        database.app
                .sql("update web_session set epoch = 1000000 where session_id = :id")
                .param("id", row(session))
                .update();
        assertThat(found(one, session.getId())).isEmpty();
    }

    /** The click is written down as the session was when it came: what another request wrote since must stand. */
    @Test
    void keepWhatAnotherRequestWroteDown() {
        String secret = begun(signedIn()).getId();
        SessionOfPages slow = found(one, secret).orElseThrow();
        slow.setAttribute("said", "first");
        SessionStore store = store();
        SessionStore.Kept before = store.find(secret, clock.instant()).orElseThrow();
        one.save(slow);
        store.used(
                secret,
                SessionStore.Whose.NOBODYS,
                before,
                before.content(),
                clock.instant(),
                clock.instant().plusSeconds(60));
        assertThat(found(other, secret).orElseThrow().<String>getRequiredAttribute("said"))
                .isEqualTo("first");
    }

    private static Typed typed(Map<String, List<String>> fields) {
        return JsonMapper.shared().convertValue(Map.of("fields", fields), Typed.class);
    }

    private static java.util.UUID row(SessionOfPages session) {
        try {
            java.nio.ByteBuffer hash = java.nio.ByteBuffer.wrap(java.security.MessageDigest.getInstance("SHA-256")
                    .digest(session.getId().getBytes(StandardCharsets.UTF_8)));
            return new java.util.UUID(hash.getLong(), hash.getLong());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void endAfterHalfAnHourWithoutAClick() {
        String secret = begun(signedIn()).getId();
        pass(Duration.ofMinutes(29));
        assertThat(found(other, secret)).isPresent();
        pass(Duration.ofMinutes(29));
        assertThat(found(one, secret)).as("a click on another hub counts").isPresent();
        pass(Duration.ofMinutes(31));
        assertThat(found(one, secret)).isEmpty();

        one.expire();
        assertThat(database.app
                        .sql("select count(*) from web_session where ends_at <= :now")
                        .param("now", java.time.OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void ofThoseWhoHaveNotSignedInEndAfterFiveMinutes() {
        SessionOfPages session = one.createSession();
        session.setAttribute("saved", new DefaultSavedRequest(new MockHttpServletRequest("GET", "/packet/1")));
        one.save(session);
        pass(Duration.ofMinutes(4));
        assertThat(found(one, session.getId())).isPresent();
        pass(Duration.ofMinutes(5));
        assertThat(found(one, session.getId())).isEmpty();
        one.expire();
        assertThat(database.app
                        .sql("select count(*) from web_session where session_id = :id")
                        .param("id", row(session))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void endAfterTwelveHoursHoweverBusy() {
        String secret = begun(signedIn()).getId();
        for (int i = 0; i < 12 * 60 / 20 - 1; i++) {
            pass(Duration.ofMinutes(20));
            SessionOfPages session = found(i % 2 == 0 ? one : other, secret).orElseThrow();
            session.setAttribute("clicks", "" + i);
            one.save(session);
        }
        pass(Duration.ofMinutes(21));
        assertThat(found(one, secret)).isEmpty();
    }

    @Test
    void haveAnotherSecretAfterSigningIn() {
        SessionOfPages before = begun("somebody who has not signed in");
        SessionOfPages session = found(other, before.getId()).orElseThrow();
        session.setAttribute("SPRING_SECURITY_CONTEXT", signedIn());
        String after = session.changeSessionId();
        other.save(session);
        // The response is written, and the request ends: Spring Session saves at both.
        other.save(session);

        assertThat(found(one, before.getId())).isEmpty();
        assertThat(found(one, after)).isPresent();
    }

    private static SessionStore.Whose of(Optional<String> person, Optional<String> signIn) {
        return new SessionStore.Whose(person, signIn, NINE);
    }

    private int signOut(Optional<String> person, Optional<String> signIn) {
        return store().dropOf(of(person, signIn), NINE.plus(SessionsOfPages.LONGEST));
    }

    /** The provider's word reaches the hub after the token was issued, and before the session says whose it is. */
    private String signedInAcross(Runnable signOut, SecurityContext context) {
        SessionOfPages underWay =
                found(other, begun("somebody who has not signed in").getId()).orElseThrow();
        signOut.run();
        underWay.setAttribute("SPRING_SECURITY_CONTEXT", context);
        String secret = underWay.changeSessionId();
        other.save(underWay);
        return secret;
    }

    @Test
    void areNotMadeByASignInThatMeetsASignOut() {
        String leaver = UUID.randomUUID().toString();
        String morning = UUID.randomUUID().toString();
        Runnable wholly = () -> signOut(Optional.of(leaver), Optional.empty());
        Runnable there = () -> signOut(Optional.empty(), Optional.of(morning));
        assertThat(found(one, signedInAcross(wholly, signedIn(leaver, "morning"))))
                .as("by the person")
                .isEmpty();
        assertThat(found(one, signedInAcross(there, signedIn(UUID.randomUUID().toString(), morning))))
                .as("by the sign-in")
                .isEmpty();
        assertThat(found(one, signedInAcross(wholly, signedIn(leaver, "again", NINE.plusSeconds(1)))))
                .as("signed in again since")
                .isPresent();
        assertThat(found(one, signedInAcross(wholly, signedIn(UUID.randomUUID().toString(), "morning"))))
                .as("somebody else")
                .isPresent();
    }

    @Test
    void ofAnotherSignInThanTheOneThatASignOutNamesAreMade() {
        String leaver = UUID.randomUUID().toString();
        Runnable ofMorning = () -> signOut(Optional.of(leaver), Optional.of("morning"));
        assertThat(found(one, signedInAcross(ofMorning, signedIn(leaver, "morning"))))
                .isEmpty();
        assertThat(found(one, signedInAcross(ofMorning, signedIn(leaver, " "))))
                .as("it is not known which")
                .isEmpty();
        assertThat(found(one, signedInAcross(ofMorning, signedIn(leaver, "afternoon"))))
                .isPresent();
    }

    private long signOutsKept() {
        return database.app
                .sql("select count(*) from web_sign_out where ends_at = :at")
                .param("at", java.time.OffsetDateTime.ofInstant(NINE.plus(SessionsOfPages.LONGEST), ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** The provider may send its word again: that is one row. */
    @Test
    void outliveNoSignOutThatIsForgotten() {
        String leaver = UUID.randomUUID().toString();
        signOut(Optional.of(leaver), Optional.empty());
        long kept = signOutsKept();
        signOut(Optional.of(leaver), Optional.empty());
        assertThat(signOutsKept()).isEqualTo(kept).isPositive();
        pass(SessionsOfPages.LONGEST);
        one.expire();
        assertThat(signOutsKept()).isZero();
    }

    @Test
    void endOnEveryHubWhereTheProviderSignsSomebodyOut() {
        String leaver = UUID.randomUUID().toString();
        String morning = begun(signedIn(leaver, "morning")).getId();
        String screen = begun(signedIn(leaver, "morning")).getId();
        String afternoon = begun(signedIn(leaver, "afternoon")).getId();
        String colleague =
                begun(signedIn(UUID.randomUUID().toString(), "another")).getId();

        assertThat(signOut(Optional.of(leaver), Optional.of("morning")))
                .as("of one sign-in, in two windows")
                .isEqualTo(2);
        assertThat(found(one, morning)).isEmpty();
        assertThat(found(one, screen)).isEmpty();
        assertThat(found(one, afternoon)).as("of another sign-in").isPresent();

        pass(Duration.ofMinutes(2));
        assertThat(found(one, afternoon)).as("a click is written down").isPresent();
        assertThat(signOut(Optional.of(leaver), Optional.empty())).isOne();
        assertThat(found(one, afternoon)).isEmpty();
        assertThat(found(one, colleague)).as("somebody else").isPresent();
    }

    @Test
    void endAlsoWhereOnlyTheSignInIsNamedOrWasNotKnown() {
        String leaver = UUID.randomUUID().toString();
        String signIn = UUID.randomUUID().toString();
        String known = begun(signedIn(leaver, signIn)).getId();
        assertThat(signOut(Optional.empty(), Optional.of(signIn))).isOne();
        assertThat(found(other, known)).isEmpty();

        String unknown = begun(signedIn(leaver, " ")).getId();
        assertThat(signOut(Optional.of(leaver), Optional.of(signIn))).isOne();
        assertThat(found(other, unknown)).isEmpty();
    }

    @Test
    void doNotEndWhereNobodyIsNamed() {
        String secret = begun(signedIn()).getId();
        assertThatThrownBy(() -> store().dropOf(SessionStore.Whose.NOBODYS, NINE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(found(one, secret)).isPresent();
    }

    @Test
    void areNotBroughtBackByARequestThatWasUnderWayAtTheSignOut() {
        String secret = begun(signedIn()).getId();
        SessionOfPages underWay = found(one, secret).orElseThrow();
        other.deleteById(secret);
        underWay.setAttribute("late", "yes");
        underWay.changeSessionId();
        one.save(underWay);

        assertThat(found(one, secret)).isEmpty();
        assertThat(found(one, underWay.getId())).isEmpty();
    }

    /** The sign-out comes while the row is locked: what it waits for must not have become another row. */
    @Test
    void endWhenTheSignOutWaitsForARequestThatIsBeingWrittenDown() {
        String secret = begun(signedIn()).getId();
        SessionOfPages underWay = found(one, secret).orElseThrow();
        underWay.setAttribute("late", "yes");
        AtomicReference<CompletableFuture<Void>> signOut = new AtomicReference<>();
        database.inApp().executeWithoutResult(status -> {
            one.save(underWay);
            CompletableFuture<Void> leaving = CompletableFuture.runAsync(() -> other.deleteById(secret));
            signOut.set(leaving);
            TheHub.await("the sign-out to wait", () -> waits() || leaving.isDone() ? true : null);
            assertThat(leaving).isNotDone();
        });
        signOut.get().join();
        assertThat(found(one, secret)).isEmpty();
    }

    private boolean waits() {
        return database.app
                .sql("select exists (select from pg_locks where locktype = 'transactionid' and not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void holdNothingThatCouldRunCode() {
        SessionOfPages session = one.createSession();
        session.setAttribute("gadget", new Gadget());
        assertThatThrownBy(() -> one.save(session))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("could not be read again");
        assertThat(Gadget.ran).isFalse();
    }

    /** What an attacker would want to be read. */
    static final class Gadget implements java.io.Serializable {
        private static final long serialVersionUID = 1L;
        private static boolean ran;

        public String getName() {
            return "gadget";
        }

        public void setName(String name) {
            ran = true;
        }

        private void readObject(ObjectInputStream in) {
            ran = true;
        }
    }

    private SessionOfPages knocking(SessionsOfPages where) {
        SessionOfPages session = where.createSession();
        session.setAttribute("saved", new DefaultSavedRequest(new MockHttpServletRequest("GET", "/")));
        where.save(session);
        return session;
    }

    @Test
    void areNoMoreThanSoManyBeforeASignIn() {
        // A time at which no other test has any.
        clock.set(Instant.parse("2031-03-03T09:00:00Z"));
        SessionsOfPages small = hub(2);
        assertThat(found(small, knocking(small).getId())).isPresent();
        assertThat(found(small, knocking(small).getId())).isPresent();
        assertThat(found(small, knocking(small).getId())).as("one too many").isEmpty();
        SessionOfPages in = small.createSession();
        in.setAttribute("SPRING_SECURITY_CONTEXT", signedIn());
        small.save(in);
        assertThat(found(small, in.getId())).as("somebody signed in").isPresent();

        pass(SessionsOfPages.BEFORE_SIGN_IN);
        assertThat(found(small, knocking(small).getId()))
                .as("those that have ended take nobody's place, though nobody took them away")
                .isPresent();
        small.expire();
    }
}
