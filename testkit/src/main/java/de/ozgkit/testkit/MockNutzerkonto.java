// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.testkit;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.OzgException;
import de.ozgkit.core.Tokens;
import de.ozgkit.identity.AccountProfile;
import de.ozgkit.identity.Binding;
import de.ozgkit.identity.IdpMetadata;
import de.ozgkit.identity.LoginRequest;
import de.ozgkit.identity.LogoutHandle;
import de.ozgkit.identity.LogoutMessage;
import de.ozgkit.identity.UnverifiedLogout;
import de.ozgkit.testkit.internal.saml.AskedLogin;
import de.ozgkit.testkit.internal.saml.IdpPages;
import de.ozgkit.testkit.internal.saml.LogoutDesk;
import de.ozgkit.testkit.internal.saml.RequestRefused;
import de.ozgkit.testkit.internal.saml.SamlIdp;
import de.ozgkit.testkit.internal.saml.ServiceProvider;
import de.ozgkit.testkit.internal.saml.TestKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A citizens' or organisations' account on this machine: a real SAML identity provider with keys of its own, and people and organisations
 * that do not exist. As strict to requests as BundID announces to be. Without a script it shows a page on which somebody chooses who logs
 * in; with {@link #nextLogin} it answers by itself.
 *
 * <pre>{@code
 * MockNutzerkonto account = new MockNutzerkonto().serviceProvider(konto.metadata());
 * account.nextLogin(login(ERIKA_MUSTERMANN).at(HIGH));
 * }</pre>
 *
 * <p>With {@link #unternehmenskonto()} it plays Mein Unternehmenskonto, whose interface description is not published: names, values and
 * what is signed are as public clients expect them; what the mock refuses in a request, the codes of its error page and the type name of an
 * acting person are guesses.
 *
 * <p>{@code GET /metadata} gives the metadata, {@code POST /sso} and {@code GET /sso} take requests. Thread-safe.
 *
 * @since 0.1
 */
public final class MockNutzerkonto extends MockPeer {

    /** The keys that a SAML account may sign with. Only RSA keys can be the mock's first one, or open what is encrypted. */
    public enum KeyKind {
        RSA_2048,
        RSA_3072,
        RSA_4096,
        EC_P256,
        EC_P384
    }

    private static final Logger LOG = LoggerFactory.getLogger(MockNutzerkonto.class);
    private static final int MAX_OPEN = 1000;
    private static final Duration KEY_VALIDITY = Duration.ofDays(3650);

    private final SamlIdp idp;
    private final LogoutDesk desk;
    private final IdpPages pages;
    private final Tokens tokens = Tokens.secure();
    private final List<Path> metadataFiles = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private final List<ServiceProvider> providers = new ArrayList<>();
    private final Deque<MockLogin> script = new ArrayDeque<>();
    private final Map<String, AskedLogin> open = new LinkedHashMap<>();

    /** A mock of BundID on a free port with a new key. */
    public MockNutzerkonto() {
        this(0, AccountProfile.BUNDID, newKey(Clock.systemUTC()), Clock.systemUTC());
    }

    /** A mock of Mein Unternehmenskonto on a free port with a new key: {@link TestOrganisations} and persons with a tax number log in. */
    public static MockNutzerkonto unternehmenskonto() {
        return new MockNutzerkonto(0, AccountProfile.UNTERNEHMENSKONTO, newKey(Clock.systemUTC()), Clock.systemUTC());
    }

    /**
     * A mock with everything given.
     *
     * @param port 0 for a free one
     * @param key an RSA key that signs responses, see {@link #newKey}
     * @param clock what time the account believes it is
     */
    public MockNutzerkonto(int port, AccountProfile profile, KeyMaterial key, Clock clock) {
        super(port);
        this.idp = new SamlIdp(uri("/idp").toString(), uri("/sso").toString(), profile, key, clock, tokens);
        this.desk = new LogoutDesk(uri("/idp").toString(), uri("/slo"), key, clock);
        if (profile.business()) {
            withSingleLogout();
        }
        this.pages = new IdpPages(profile);
        route(
                "GET",
                "/metadata",
                request -> PeerResponse.of(
                        "application/samlmetadata+xml", idp.metadata().getBytes(StandardCharsets.UTF_8)));
        route("POST", "/sso", request -> sso(() -> read(request.form())));
        route("GET", "/sso", request -> sso(() -> idp.readQuery(request.rawQuery(), known())));
        route("POST", "/slo", request -> logOut(() -> UnverifiedLogout.posted(lists(request.form()))));
        route("GET", "/slo", request -> logOut(() -> UnverifiedLogout.redirected(request.rawQuery())));
        route("POST", "/login", request -> login(request.form()));
        route(
                "GET",
                "/seite.css",
                request -> PeerResponse.of("text/css; charset=UTF-8", IdpPages.STYLE.getBytes(StandardCharsets.UTF_8)));
        route(
                "GET",
                "/auto-submit.js",
                request -> PeerResponse.of(
                        "text/javascript; charset=UTF-8", IdpPages.SCRIPT.getBytes(StandardCharsets.UTF_8)));
    }

    /** A key for a mock that is to keep it: RSA with 2048 bits, which are made fast. */
    public static KeyMaterial newKey(Clock clock) {
        return newKey(KeyKind.RSA_2048, clock);
    }

    /** A key of the given kind, valid for ten years. */
    public static KeyMaterial newKey(KeyKind kind, Clock clock) {
        return TestKeys.make(kind, KEY_VALIDITY, clock);
    }

    /**
     * Names one more key in the metadata, while the account changes over. Sign with it by {@link ResponseStyle#signedBy}.
     *
     * @param key an RSA key or one on a curve that the JDK knows
     */
    public MockNutzerkonto alsoSignsWith(KeyMaterial key) {
        idp.alsoSignsWith(key);
        return this;
    }

    /**
     * Lets a service provider in.
     *
     * @param metadata what {@link de.ozgkit.identity.Nutzerkonto#metadata()} gives
     * @throws IllegalArgumentException if the metadata break the rules of BundID
     */
    public MockNutzerkonto serviceProvider(String metadata) {
        synchronized (script) {
            providers.add(ServiceProvider.read(metadata));
        }
        return this;
    }

    /** Lets a service provider in whose metadata are in a file, read anew for every request; it may be written later. */
    public MockNutzerkonto serviceProvider(Path metadata) {
        synchronized (script) {
            metadataFiles.add(metadata);
        }
        return this;
    }

    /** Lets in every service provider whose metadata are in a file {@code *.xml} of the folder, looked at anew for every request. */
    public MockNutzerkonto serviceProviders(Path folder) {
        synchronized (script) {
            folders.add(folder);
        }
        return this;
    }

    /**
     * The account has no authorisation certificate for the identity card, so that a service that offers nothing else gets the error
     * {@code missing-berca}. What the real account checks for it is not published.
     */
    public MockNutzerkonto withoutEidCertificate() {
        idp.loseEidCertificate();
        return this;
    }

    /** Scripts the next log-ins, one after the other; after them the page is shown again. */
    public void nextLogin(MockLogin... logins) {
        synchronized (script) {
            script.addAll(List.of(logins));
        }
    }

    /** The metadata that a portal configures. */
    public IdpMetadata metadata() {
        return IdpMetadata.read(new ByteArrayInputStream(idp.metadata().getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Answers a request without any browser.
     *
     * @return the form field SAMLResponse
     * @throws AssertionError if the account would refuse the request, with the code of its error page
     * @throws IllegalArgumentException if an organisation logs in at an account for citizens
     */
    public String answer(LoginRequest request, MockLogin login) {
        try {
            Optional<URI> redirect = request.redirect();
            AskedLogin asked = redirect.isPresent()
                    ? idp.readQuery(redirect.get().getRawQuery(), known())
                    : read(request.fields());
            return idp.respond(asked, login);
        } catch (RequestRefused e) {
            throw new AssertionError("the account refuses the request: " + e.code(), e);
        }
    }

    /** Offers single log-out at {@code /slo}, as the mock of Mein Unternehmenskonto does anyway; BundID has none. */
    public MockNutzerkonto withSingleLogout() {
        idp.logoutAt(uri("/slo").toString());
        return this;
    }

    /**
     * Answers a service's request for a log-out without any browser.
     *
     * @return what the browser would carry back to the service
     * @throws de.ozgkit.core.OzgException if the account would refuse the request
     */
    public LogoutMessage answer(LogoutMessage request) {
        return desk.answer(onlyProvider(), unverified(request));
    }

    /**
     * Begins a log-out at the account.
     *
     * @param handle of the session that is to end
     * @return what the browser would carry to the service
     */
    public LogoutMessage beginLogout(LogoutHandle handle, Binding binding) {
        return desk.begin(onlyProvider(), handle, binding);
    }

    /**
     * Reads a service's answer to {@link #beginLogout}.
     *
     * @return whether the service says that the session has ended
     */
    public boolean endedBy(LogoutMessage answer) {
        return desk.complete(onlyProvider(), unverified(answer)).everywhere();
    }

    @Override
    protected void onReset() {
        synchronized (script) {
            script.clear();
            open.clear();
        }
    }

    /** A request that may be refused. */
    @FunctionalInterface
    private interface Asking {
        AskedLogin read() throws RequestRefused;
    }

    private PeerResponse sso(Asking asking) {
        try {
            AskedLogin asked = asking.read();
            Optional<MockLogin> scripted;
            synchronized (script) {
                scripted = Optional.ofNullable(script.poll());
            }
            return scripted.map(login -> send(asked, login)).orElseGet(() -> choose(asked));
        } catch (RequestRefused e) {
            return pages.error(e.code());
        }
    }

    private AskedLogin read(Map<String, String> form) throws RequestRefused {
        return idp.read(form.getOrDefault("SAMLRequest", ""), form.getOrDefault("RelayState", ""), known());
    }

    private PeerResponse choose(AskedLogin asked) {
        String handle = tokens.token();
        synchronized (script) {
            if (open.size() >= MAX_OPEN) {
                open.remove(open.keySet().iterator().next());
            }
            open.put(handle, asked);
        }
        List<TestPerson> persons = TestPersons.all().stream()
                .filter(person -> idp.satisfies(asked, MockLogin.login(person)))
                .toList();
        return pages.choose(handle, asked, persons, idp.level(asked));
    }

    private PeerResponse login(Map<String, String> form) {
        AskedLogin asked;
        synchronized (script) {
            asked = open.remove(form.getOrDefault("handle", ""));
        }
        if (asked == null) {
            return pages.error("session-unknown");
        }
        return send(asked, pages.chosen(form));
    }

    private PeerResponse send(AskedLogin asked, MockLogin login) {
        return pages.send(asked, idp.respond(asked, login));
    }

    private PeerResponse logOut(Supplier<UnverifiedLogout> incoming) {
        try {
            UnverifiedLogout message = incoming.get();
            return message.isRequest()
                    ? pages.send(desk.answer(onlyProvider(), message))
                    : pages.loggedOut(desk.complete(onlyProvider(), message).everywhere());
        } catch (OzgException e) {
            return pages.error(e.code());
        }
    }

    /** Log-outs are tried with one service at a time. */
    private ServiceProvider onlyProvider() {
        List<ServiceProvider> all = known();
        if (all.size() != 1) {
            throw new IllegalStateException("for log-outs the mock needs one service provider, not " + all.size());
        }
        return all.get(0);
    }

    private static UnverifiedLogout unverified(LogoutMessage message) {
        return message.redirect()
                .map(address -> UnverifiedLogout.redirected(address.getRawQuery()))
                .orElseGet(() -> UnverifiedLogout.posted(lists(message.fields())));
    }

    private static Map<String, List<String>> lists(Map<String, String> form) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        form.forEach((name, value) -> lists.put(name, List.of(value)));
        return lists;
    }

    private List<ServiceProvider> known() {
        synchronized (script) {
            List<ServiceProvider> known = new ArrayList<>(providers);
            metadataFiles.forEach(file -> known.add(read(file)));
            folders.forEach(folder -> known.addAll(inFolder(folder)));
            return known;
        }
    }

    private static List<ServiceProvider> inFolder(Path folder) {
        List<ServiceProvider> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.xml")) {
            for (Path file : files) {
                addReadable(file, found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of the metadata cannot be read", e);
        }
        return found;
    }

    private static void addReadable(Path file, List<ServiceProvider> found) {
        try {
            found.add(read(file));
        } catch (IllegalArgumentException e) {
            // One half-written file must not shut out the others.
            LOG.warn("{} is left out: {}", file.getFileName(), e.getMessage());
        }
    }

    private static ServiceProvider read(Path file) {
        try {
            return ServiceProvider.read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the metadata of the service provider cannot be read", e);
        }
    }
}
