package org.vizgate.containers;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vizgate.containers.app.ee.RestApplication;
import org.vizgate.it.Answer;
import org.vizgate.it.Http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.data.SampleData.JO_SALES;

/** CDI, Jakarta Security, Jakarta REST and an enterprise bean behind the gate: the recipes, word for word. */
@Tag("jakarta-ee")
@ExtendWith(ArquillianExtension.class)
class EnterpriseIT {
    private static final URI ISSUER = GateWar.address("/enterprise");
    private static final String READER = "tableau:content:read";

    @Deployment(testable = false)
    static WebArchive enterprise() {
        return GateWar.at("/enterprise")
                .set("OAUTH_PUBLIC_PATHS", "/public/*")
                .set("OAUTH_SCOPES_SUPPORTED", "tableau:content:*, tableau:content:read, tableau:content:write")
                .set("resteasy.role.based.security", "true")
                .declare(Container.isGlassFish() ? recipeForGlassFish() : "")
                .classes("ee")
                .build();
    }

    private static String recipeForGlassFish() {
        return Readme.block("xml", "RolesAllowedDynamicFeature")
                .replace("com.example.RestApplication", RestApplication.class.getName());
    }

    private static URI at(String path) {
        return URI.create(ISSUER + path);
    }

    private static Facts identity(String path, String scope) {
        return Facts.of(Http.call(at(path), Callers.token(ISSUER, scope)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/identity", "/public/identity"})
    void everyPartOfJakartaEe_seesTheCaller(String path) {
        Facts facts = identity(path, READER);

        assertThat(facts.get("injected")).isEqualTo(JO_SALES.luid());
        assertThat(facts.get("security")).isEqualTo(JO_SALES.luid());
        assertThat(facts.get("callers")).isEqualTo("[" + JO_SALES.luid() + "]");
        assertThat(facts.get("request")).isEqualTo("true");
        assertThat(facts.get("ejb")).isEqualTo(JO_SALES.luid() + " sales");
    }

    @Test
    void scopes_areRoles() {
        Facts facts = identity("/identity", READER);

        assertThat(facts.get("reader")).isEqualTo("true");
        assertThat(facts.get("writer")).isEqualTo("false");
        assertThat(facts.get("ejbReader")).isEqualTo("true");
        assertThat(facts.get("ejbRead")).isEqualTo("allowed");
        assertThat(facts.get("ejbWrite")).isEqualTo("refused");
    }

    @Test
    void aWildcard_isEachRoleThatItCovers() {
        Facts facts = identity("/identity", "tableau:content:*");

        assertThat(facts.get("reader")).isEqualTo("true");
        assertThat(facts.get("ejbWrite")).isEqualTo("allowed");
    }

    @Test
    void noSession_isMade() {
        Answer answer = Http.call(at("/identity"), Callers.token(ISSUER, READER));

        assertThat(Facts.of(answer).get("session")).isEqualTo("false");
        assertThat(answer.headerValues("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/identity", "/rest/workbooks", "/no/such/page"})
    void withoutAToken_theAnswerIsTheGates(String path) {
        Answer refused = Http.get(at(path));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.challenge())
                .contains("resource_metadata=\"" + ISSUER + "/.well-known/oauth-protected-resource\"");
        assertThat(refused.error()).isEqualTo("missing_token");
    }

    @Test
    void onAPublicPath_nobodyIsCalling() {
        Facts facts = Facts.of(Http.get(at("/public/identity")));

        assertThat(facts.get("injected")).startsWith("IllegalStateException Nobody is known to be calling");
        assertThat(facts.get("callers")).isEqualTo("[]");
        assertThat(facts.get("reader")).isEqualTo("false");
        assertThat(facts.get("ejbRead")).isEqualTo("refused");
    }

    @Test
    void aResourceMethod_needsItsScope() {
        Answer listed = Http.call(at("/rest/workbooks"), Callers.token(ISSUER, READER));
        assertThat(listed.body()).isEqualTo("workbooks of " + JO_SALES.name());

        assertThat(delete(READER).status()).isEqualTo(403);
        assertThat(delete("tableau:content:*").status()).isEqualTo(204);
    }

    private static Answer delete(String scope) {
        return Http.send(
                "DELETE",
                at("/rest/workbooks"),
                BodyPublishers.noBody(),
                "Authorization",
                "Bearer " + Callers.token(ISSUER, scope));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gate", "Workbooks"})
    void theRecipes_areTheClassesOfThisTest(String name) {
        String source = Readme.read("it-tests/src/test/java/org/vizgate/containers/app/ee/" + name + ".java");

        assertThat(Readme.block("java", "public class " + name + " "))
                .isEqualTo(source.substring(source.indexOf("\n@") + 1));
    }
}
