// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import de.ozgkit.identity.LoginOutcome;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.identity.PendingLogin;
import de.ozgkit.identity.PendingLogout;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From the form fields of a signed and encrypted response to who logged in, beside the least that anybody must do with such a response.
 * Before each call that is timed comes one of the other kind that is not, so that caches, memory and compiler are equally warm for both.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 10, time = 3)
@Measurement(iterations = 5, time = 3)
public class LoginCompletion {

    /** A portal and its account. Every log-in is good for one answer, so each call has one of its own, begun before the clock runs. */
    @State(Scope.Benchmark)
    public static class Portal {

        final LoginFixture fixture = new LoginFixture();
        final HikariDataSource database = MemoryDatabase.pool();
        final LoginState inDatabase = new ManyAnswers(LoginState.jdbc(database));
        final LoginState inMap = new ManyAnswers(new MapLoginState());
        final Nutzerkonto withDatabase = fixture.konto(inDatabase);
        final Nutzerkonto withMap = fixture.konto(inMap);
        final CryptoFloor floor = CryptoFloor.of(fixture);
        final JavaSaml javaSaml = new JavaSaml(fixture);

        private int logins;

        void begin() {
            PendingLogin login = fixture.login("login" + ++logins);
            inDatabase.remember(login);
            inMap.remember(login);
        }

        LoginOutcome complete(Nutzerkonto konto) {
            LoginOutcome outcome = konto.complete(fixture.response, "login" + logins, fixture.browser);
            if (!(outcome instanceof LoginOutcome.Authenticated)) {
                throw new IllegalStateException("not logged in");
            }
            return outcome;
        }

        /** Ends account and database. */
        @TearDown
        public void stop() {
            fixture.close();
            database.close();
        }
    }

    /** Somebody has begun to log in, and the bare crypto has run just now. */
    public static class AfterFloor extends Portal {

        /** Not timed. */
        @Setup(Level.Invocation)
        public void beginAndRunFloor() throws Exception {
            begin();
            floor.run();
        }
    }

    /** Somebody has logged in just now. */
    public static class AfterLogin extends Portal {

        /** Not timed. */
        @Setup(Level.Invocation)
        public void beginAndComplete() {
            begin();
            complete(withDatabase);
        }
    }

    /** Ours, with the log-ins in an H2 database. */
    @Benchmark
    public LoginOutcome ozgkit(AfterFloor portal) {
        return portal.complete(portal.withDatabase);
    }

    /** Ours without the database. */
    @Benchmark
    public LoginOutcome ozgkitWithoutDatabase(AfterFloor portal) {
        return portal.complete(portal.withMap);
    }

    /** See {@link CryptoFloor#run}. */
    @Benchmark
    public int bareCrypto(AfterLogin portal) throws Exception {
        return portal.floor.run();
    }

    /** See {@link CryptoFloor#runFromXml}. */
    @Benchmark
    public int xmlCrypto(AfterLogin portal) throws Exception {
        return portal.floor.runFromXml();
    }

    /** See {@link JavaSaml}. */
    @Benchmark
    public Map<String, List<String>> javaSaml(AfterFloor portal) throws Exception {
        return portal.javaSaml.complete();
    }

    /** Takes the same assertion again, at the price of a new one: it is kept under a name of its own every time. */
    private static final class ManyAnswers implements LoginState {

        private final LoginState inner;
        private long count;

        ManyAnswers(LoginState inner) {
            this.inner = inner;
        }

        @Override
        public void remember(PendingLogin login) {
            inner.remember(login);
        }

        @Override
        public Optional<PendingLogin> find(String handle) {
            return inner.find(handle);
        }

        @Override
        public boolean claim(String handle, Instant now) {
            return inner.claim(handle, now);
        }

        @Override
        public boolean useAssertion(String assertion, Instant expiresAt) {
            return inner.useAssertion(assertion.substring(0, 40) + count++, expiresAt);
        }

        @Override
        public void remember(PendingLogout logout) {
            inner.remember(logout);
        }

        @Override
        public Optional<PendingLogout> take(String handle) {
            return inner.take(handle);
        }

        @Override
        public long forgetBefore(Instant now) {
            return inner.forgetBefore(now);
        }
    }
}
