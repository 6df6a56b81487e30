// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.springboot;

import static de.ozgkit.testkit.MockLogin.login;
import static de.ozgkit.testkit.TestOrganisations.BEISPIEL_AG;
import static de.ozgkit.testkit.TestPersons.ERIKA_MUSTERMANN;
import static de.ozgkit.testkit.TestPersons.GUEST;
import static org.assertj.core.api.Assertions.assertThat;

import de.ozgkit.core.KeyMaterial;
import de.ozgkit.core.TrustLevel;
import de.ozgkit.identity.Binding;
import de.ozgkit.identity.Login;
import de.ozgkit.identity.LoginState;
import de.ozgkit.identity.LogoutMessage;
import de.ozgkit.identity.Nutzerkonto;
import de.ozgkit.identity.servlet.NutzerkontoFilter;
import de.ozgkit.identity.servlet.SignedIn;
import de.ozgkit.testkit.MockLogin;
import de.ozgkit.testkit.MockNutzerkonto;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The filter in a plain Tomcat with two accounts: citizens, among them guests, and organisations, who may log out at the account too. */
class SeveralAccountsTest {

    private static final String ENTITY_ID = "https://portal.example.test";
    private static final AtomicReference<SignedIn> LAST = new AtomicReference<>();

    @TempDir
    private static Path folder;

    private static MockNutzerkonto citizens;
    private static MockNutzerkonto companies;
    private static URI uri;
    private static Tomcat tomcat;

    private final Browser browser = new Browser();

    @BeforeAll
    static void start() throws Exception {
        int port = Running.freePort();
        uri = URI.create("http://localhost:" + port);
        citizens = new MockNutzerkonto();
        companies = MockNutzerkonto.unternehmenskonto();
        KeyMaterial key = MockNutzerkonto.newKey(Clock.systemUTC());
        Nutzerkonto bundId = Nutzerkonto.bundId()
                .serviceProvider(ENTITY_ID, uri.resolve("/saml/acs"))
                .identityProvider(citizens.metadata())
                .keys(key)
                .onlineService("BMI-B0000001", "Stadt Recklinghausen")
                .state(state("citizens"))
                .build();
        Nutzerkonto business = Nutzerkonto.unternehmenskonto()
                .serviceProvider(ENTITY_ID, uri.resolve("/firma/acs"))
                .identityProvider(companies.metadata())
                .keys(key)
                .singleLogout(uri.resolve("/firma/slo"))
                .state(state("companies"))
                .build();
        citizens.serviceProvider(bundId.metadata());
        companies.serviceProvider(business.metadata());
        tomcat = tomcat(
                port,
                NutzerkontoFilter.with(bundId)
                        .account(business)
                        .loginPage("/wer")
                        .protect("/antrag", TrustLevel.BASIC)
                        .asking(Login::allowingGuests)
                        .build());
    }

    @AfterAll
    static void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
        citizens.close();
        companies.close();
    }

    @Test
    void whoever_is_unknown_chooses_the_account_and_comes_back_from_the_one_chosen() {
        HttpResponse<String> choice = browser.open(uri.resolve("/antrag?a=b"));
        assertThat(choice.uri()).isEqualTo(uri.resolve("/wer?returnTo=%2Fantrag%3Fa%3Db"));

        HttpResponse<String> company = logIn(browser, "/firma", companies, login(BEISPIEL_AG));
        assertThat(company.uri()).isEqualTo(uri.resolve("/antrag"));
        assertThat(company.body()).contains("Firma Beispiel AG").contains("SUBSTANTIAL");

        HttpResponse<String> citizen = logIn(new Browser(), "/saml", citizens, login(ERIKA_MUSTERMANN));
        assertThat(citizen.body()).contains("ERIKA MUSTERMANN").contains("HIGH");
    }

    @Test
    void an_answer_of_one_account_is_worth_nothing_at_the_address_of_the_other() {
        HttpResponse<String> atTheAccount = atTheAccount(browser, "/saml", citizens, login(ERIKA_MUSTERMANN));

        assertThat(browser.post(uri.resolve("/firma/acs"), true, Browser.fields(atTheAccount))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.get(uri.resolve("/antrag")).statusCode()).isEqualTo(303);
    }

    @Test
    void a_guest_is_let_in_without_a_key() {
        HttpResponse<String> page = logIn(browser, "/saml", citizens, login(GUEST));

        assertThat(page.body()).contains("Toni Gast");
        assertThat(LAST.get().identity().key()).isEmpty();
    }

    @Test
    void a_log_out_that_begins_at_the_account_ends_the_session_by_redirect() {
        logIn(browser, "/firma", companies, login(BEISPIEL_AG));
        LogoutMessage order = companies.beginLogout(LAST.get().logout(), Binding.REDIRECT);

        HttpResponse<String> answer = browser.get(order.redirect().orElseThrow());

        assertThat(browser.get(uri.resolve("/antrag")).statusCode()).isEqualTo(303);
        assertThat(browser.press(answer).body()).contains("überall abgemeldet");
    }

    @Test
    void by_post_the_cookie_stays_behind_and_the_account_hears_that_nobody_was_logged_out() {
        logIn(browser, "/firma", companies, login(BEISPIEL_AG));
        LogoutMessage order = companies.beginLogout(LAST.get().logout(), Binding.POST);

        HttpResponse<String> answer = browser.post(order.destination(), true, order.fields());

        assertThat(browser.press(answer).body()).contains("konnte Sie nicht abmelden");
        assertThat(browser.get(uri.resolve("/antrag")).statusCode()).isEqualTo(200);
    }

    @Test
    void a_log_out_of_another_session_ends_nothing() {
        logIn(new Browser(), "/firma", companies, login(BEISPIEL_AG));
        LogoutMessage order = companies.beginLogout(LAST.get().logout(), Binding.REDIRECT);
        logIn(browser, "/firma", companies, login(BEISPIEL_AG));

        browser.get(order.redirect().orElseThrow());

        assertThat(browser.get(uri.resolve("/antrag")).statusCode())
                .as("another session of the same organisation")
                .isEqualTo(200);
    }

    private static HttpResponse<String> atTheAccount(
            Browser browser, String at, MockNutzerkonto account, MockLogin login) {
        account.nextLogin(login);
        return browser.press(browser.get(uri.resolve(at + "/login?returnTo=%2Fantrag")));
    }

    private static HttpResponse<String> logIn(Browser browser, String at, MockNutzerkonto account, MockLogin login) {
        return browser.submit(atTheAccount(browser, at, account, login));
    }

    private static LoginState state(String name) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:several-" + name + ";DB_CLOSE_DELAY=-1");
        return LoginState.jdbc(database);
    }

    private static Tomcat tomcat(int port, NutzerkontoFilter filter) throws Exception {
        Tomcat server = new Tomcat();
        server.setBaseDir(folder.toString());
        server.setPort(port);
        Context context = server.addContext("", folder.toString());
        FilterDef definition = new FilterDef();
        definition.setFilterName("login");
        definition.setFilter(filter);
        context.addFilterDef(definition);
        FilterMap everything = new FilterMap();
        everything.setFilterName("login");
        everything.addURLPattern("/*");
        context.addFilterMap(everything);
        Tomcat.addServlet(context, "page", new Page());
        context.addServletMappingDecoded("/", "page");
        server.getConnector();
        server.start();
        return server;
    }

    /** Says who is there. */
    private static final class Page extends HttpServlet {

        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            Optional<SignedIn> who = SignedIn.of(request);
            who.ifPresent(LAST::set);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter()
                    .print(who.map(one -> one.identity().displayName() + " " + one.level())
                            .orElse("niemand"));
        }
    }
}
