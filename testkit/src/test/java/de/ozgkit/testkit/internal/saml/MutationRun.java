// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit.internal.saml;

import static de.ozgkit.testkit.MockLogin.login;
import static de.ozgkit.testkit.TestPersons.ERIKA_MUSTERMANN;
import static de.ozgkit.testkit.TestPersons.MAX_MUSTERMANN;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.testkit.MockLogin;
import de.ozgkit.testkit.ResponseStyle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.slf4j.LoggerFactory;

/**
 * Posts randomly changed responses. Each must be refused, or accepted with exactly what the account signed. What happens depends on the
 * seed and the keys, which are new in every run.
 */
final class MutationRun {

    private static final List<String> NOISY = List.of("de.ozgkit.identity", "org.opensaml", "org.apache.xml.security");
    private static final String START = "<saml2:EncryptedAssertion";
    private static final String END = "</saml2:EncryptedAssertion>";

    /** What the account signs, and what the portal insists on. */
    enum Shape {
        RESPONSE_SIGNED(
                ResponseStyle.Signed.RESPONSE, AccountProfile.BUNDID.withUnsignedAssertion(), builder -> builder),
        ASSERTION_SIGNED(
                ResponseStyle.Signed.ASSERTION, AccountProfile.BUNDID, Nutzerkonto.Builder::acceptUnsignedResponse),
        BOTH_SIGNED(ResponseStyle.Signed.BOTH, AccountProfile.BUNDID, builder -> builder),
        /** Both are signed, and the portal would be content with one. */
        BOTH_SIGNED_ONE_NEEDED(
                ResponseStyle.Signed.BOTH, AccountProfile.BUNDID, Nutzerkonto.Builder::acceptUnsignedResponse);

        private final ResponseStyle style;
        private final boolean responseProven;
        private final SamlBench bench;
        private final String outside;
        private final String sealed;
        private final String inside;
        private final List<String> donors;
        private final SamlBench.Verdict right;

        Shape(
                ResponseStyle.Signed signed,
                AccountProfile profile,
                UnaryOperator<Nutzerkonto.Builder> registration) {
            style = ResponseStyle.usual().with(signed);
            responseProven = name().equals("RESPONSE_SIGNED") || name().equals("BOTH_SIGNED");
            bench = SamlBench.of(profile, registration);
            Captured erika = capture(login(ERIKA_MUSTERMANN).in(style));
            Captured max = capture(login(MAX_MUSTERMANN).in(style.signedBy(Defects.stranger())));
            outside = erika.response;
            inside = erika.assertion;
            sealed = outside.substring(outside.indexOf(START), outside.indexOf(END) + END.length());
            donors = List.of(max.response, max.assertion, outside, inside, erika.response.replace(sealed, inside));
            right = bench.judge(outside);
        }

        private Captured capture(MockLogin login) {
            String[] assertion = new String[1];
            String field = bench.idp.respond(bench.asked, login, draft -> draft.plain = plain -> assertion[0] = plain);
            return new Captured(new String(Base64.getDecoder().decode(field), StandardCharsets.UTF_8), assertion[0]);
        }

        private record Captured(String response, String assertion) {}
    }

    private final Map<String, Integer> counts = new TreeMap<>();

    /** How often each verdict came, by shape. */
    Map<String, Integer> counts() {
        return counts;
    }

    /**
     * Posts one changed response.
     *
     * @throws AssertionError if it is accepted with other data, or believed where it was not signed
     */
    void post(long seed) {
        // Neighbouring seeds alone begin alike.
        Random random = new Random(new SplittableRandom(seed).nextLong());
        Shape shape = Shape.values()[random.nextInt(Shape.values().length)];
        String field = forge(shape, random);
        SamlBench.Verdict verdict;
        try {
            verdict = shape.bench.judgeField(field);
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ", " + shape + ": no verdict", e);
        }
        boolean fine =
                switch (verdict.kind()) {
                    case IN -> verdict.equals(shape.right);
                    case TOLD -> !shape.responseProven;
                    case REJECTED -> true;
                };
        if (!fine) {
            throw new AssertionError("seed " + seed + ", " + shape + ": " + verdict);
        }
        String what = verdict.kind() == SamlBench.Kind.IN ? "accepted as signed" : verdict.what();
        counts.merge(shape + " " + what, 1, Integer::sum);
    }

    private static String forge(Shape shape, Random random) {
        Mutator mutator = new Mutator(random, shape.donors);
        String inside = shape.inside;
        String outside = shape.outside;
        String field = null;
        int changes = 1 + random.nextInt(2);
        for (int i = 0; i < changes; i++) {
            switch (random.nextInt(20)) {
                case 0 -> field = "";
                case 1, 2, 3, 4, 5, 6, 7, 8, 9 -> inside = mutator.change(inside);
                default -> outside = mutator.change(outside);
            }
        }
        if (!inside.equals(shape.inside)) {
            // Everybody can encrypt for the portal.
            String forged = Sealing.of(SamlBench.SP_KEY.certificate(), shape.style).seal(inside);
            outside = outside.replace(shape.sealed, random.nextInt(4) == 0 ? shape.sealed + forged : forged);
        }
        String base64 = Base64.getEncoder().encodeToString(outside.getBytes(StandardCharsets.UTF_8));
        return field == null ? base64 : changeBase64(base64, random);
    }

    private static String changeBase64(String base64, Random random) {
        int at = random.nextInt(base64.length());
        return switch (random.nextInt(7)) {
            case 0 -> base64.substring(0, at) + "\r\n" + base64.substring(at);
            case 1 -> base64.substring(0, at) + " " + base64.substring(at);
            case 2 -> base64.substring(0, at);
            case 3 -> base64 + "AAAA";
            case 4 -> base64.substring(0, at) + (char) (base64.charAt(at) ^ 1) + base64.substring(at + 1);
            case 5 -> base64.replace('+', '-').replace('/', '_');
            default -> Base64.getEncoder().encodeToString(base64.getBytes(StandardCharsets.US_ASCII));
        };
    }

    /** Thousands of refusals are no news. */
    static void silence() {
        NOISY.forEach(name -> ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.OFF));
    }

    static void speak() {
        NOISY.forEach(name -> ((Logger) LoggerFactory.getLogger(name)).setLevel(null));
    }

    /** A long run: how many, and the first seed. */
    public static void main(String[] arguments) {
        int many = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        long first = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        silence();
        MutationRun run = new MutationRun();
        Instant start = Instant.now();
        int wrong = 0;
        for (long seed = first; seed < first + many; seed++) {
            try {
                run.post(seed);
            } catch (AssertionError e) {
                wrong++;
                System.out.println("WRONG " + e.getMessage());
                if (e.getCause() != null) {
                    e.getCause().printStackTrace(System.out);
                }
            }
        }
        run.counts().forEach((what, count) -> System.out.printf("%7d  %s%n", count, what));
        System.out.println(many + " responses, " + wrong + " wrong, "
                + Duration.between(start, Instant.now()).toSeconds() + " s");
        if (wrong > 0) {
            System.exit(1);
        }
    }
}
