// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.benchmarks;

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
import org.h2.jdbcx.JdbcConnectionPool;
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
 * From the form fields of a signed and encrypted response to who logged in. Every log-in is good for one answer, so each iteration begins
 * with thousands of outstanding ones, all for the same request and each under a RelayState of its own.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 25, time = 1)
@Measurement(iterations = 6, time = 2)
public class LoginCompletion {

    private static final int OUTSTANDING = 4_000;

    /** Everything that one candidate needs; made for each fork. */
    private static final class Prepared {
        final LoginFixture fixture = new LoginFixture();
        final JdbcConnectionPool database = LoginFixture.database();
        final LoginState inDatabase = new ManyAnswers(LoginState.jdbc(database));
        final LoginState inMap = new ManyAnswers(new MapLoginState());
        final Nutzerkonto withDatabase = fixture.konto(inDatabase);
        final Nutzerkonto withMap = fixture.konto(inMap);
        final CryptoFloor floor;
        final JavaSaml javaSaml = new JavaSaml(fixture);

        Prepared() throws Exception {
            floor = new CryptoFloor(fixture);
        }
    }

    @org.jspecify.annotations.Nullable
    private Prepared prepared;

    private int rounds;
    private int next;

    /** Makes keys, account and response. */
    @Setup
    public void prepare() throws Exception {
        prepared = new Prepared();
    }

    /** Begins the log-ins that the iteration completes. */
    @Setup(Level.Iteration)
    public void begin() {
        rounds++;
        next = 0;
        for (int i = 0; i < OUTSTANDING; i++) {
            PendingLogin login = prepared().fixture.login("round" + rounds + "-" + i);
            prepared().inDatabase.remember(login);
            prepared().inMap.remember(login);
        }
    }

    /** Ends the account. */
    @TearDown
    public void stop() {
        prepared().fixture.close();
        prepared().database.dispose();
    }

    /** Ours, with the log-ins in an H2 database. */
    @Benchmark
    public LoginOutcome ozgkit() {
        return complete(prepared().withDatabase);
    }

    /** Ours without the database. */
    @Benchmark
    public LoginOutcome ozgkitWithoutDatabase() {
        return complete(prepared().withMap);
    }

    /** See {@link CryptoFloor}. */
    @Benchmark
    public int bareCrypto() throws Exception {
        return prepared().floor.run();
    }

    /** See {@link JavaSaml}. */
    @Benchmark
    public Map<String, List<String>> javaSaml() throws Exception {
        return prepared().javaSaml.complete();
    }

    private LoginOutcome complete(Nutzerkonto konto) {
        LoginFixture fixture = prepared().fixture;
        LoginOutcome outcome = konto.complete(fixture.response, "round" + rounds + "-" + next++, fixture.browser);
        if (!(outcome instanceof LoginOutcome.Authenticated)) {
            throw new IllegalStateException("not logged in");
        }
        return outcome;
    }

    private Prepared prepared() {
        if (prepared == null) {
            throw new IllegalStateException("not prepared");
        }
        return prepared;
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
