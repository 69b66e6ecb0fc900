package org.vizgate.containers;

import java.net.URI;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.vizgate.it.Answer;
import org.vizgate.it.Http;
import org.vizgate.it.OAuthClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vizgate.standin.data.SampleData.JO_SALES;

/** Filter and servlets named in a complete web.xml, at paths of its own: the recipe, word for word. And the filter alone. */
@ContainerTest
class WebXmlIT {
    private static final URI WHOLE = GateWar.address("/xml");
    private static final URI FILTER_ONLY = GateWar.address("/xml-filter");
    private static final URI UNASKED = GateWar.address("/xml-unasked");
    private static final String APPLICATION = """
            <servlet>
              <servlet-name>who</servlet-name>
              <servlet-class>org.vizgate.containers.app.WhoServlet</servlet-class>
            </servlet>
            <servlet-mapping>
              <servlet-name>who</servlet-name>
              <url-pattern>/api/whoami</url-pattern>
              <url-pattern>/elsewhere</url-pattern>
            </servlet-mapping>
            <servlet>
              <servlet-name>registrations</servlet-name>
              <servlet-class>org.vizgate.containers.app.RegistrationsServlet</servlet-class>
            </servlet>
            <servlet-mapping>
              <servlet-name>registrations</servlet-name>
              <url-pattern>/api/registrations</url-pattern>
            </servlet-mapping>
            """;

    @Deployment(name = "whole", testable = false)
    static WebArchive whole() {
        return GateWar.at("/xml")
                .set("OAUTH_ENDPOINT_PATH", "/signin")
                .metadataComplete()
                .declare(Readme.recipeElements())
                .declare(APPLICATION)
                .application()
                .build();
    }

    @Deployment(name = "filterOnly", testable = false)
    static WebArchive filterOnly() {
        return GateWar.at("/xml-filter")
                .metadataComplete()
                .declare(Readme.block("xml", "TableauAuthFilter"))
                .declare(APPLICATION)
                .application()
                .build();
    }

    @Deployment(name = "unasked", testable = false)
    static WebArchive unasked() {
        return GateWar.at("/xml-unasked")
                .set("OAUTH_ENDPOINT_PATH", "/signin")
                .set("OAUTH_AUTO_REGISTER", "false")
                .metadataComplete()
                .declare(Readme.recipeElements())
                .declare(APPLICATION)
                .application()
                .build();
    }

    // Some containers make the filter when a request first needs it.
    @Test
    @OperateOnDeployment("unasked")
    void endpointsAreAskedFirst_theyAnswer() {
        assertThat(Http.get(URI.create(UNASKED + "/.well-known/oauth-authorization-server"))
                        .status())
                .isEqualTo(200);
        String token = Callers.newToken(OAuthClient.registerAt(UNASKED, "/signin"));
        assertThat(Http.call(URI.create(UNASKED + "/api/whoami"), token).status())
                .isEqualTo(200);
    }

    @Test
    @OperateOnDeployment("whole")
    void whole_onlyTheMappedPathsAreProtected() {
        Answer refused = Http.get(URI.create(WHOLE + "/api/whoami"));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(Facts.of(Http.get(URI.create(WHOLE + "/elsewhere"))).get("user"))
                .isEqualTo("null");
    }

    @Test
    @OperateOnDeployment("whole")
    void whole_signedIn_theApplicationSeesTheUser() {
        assertThat(Facts.of(Http.call(URI.create(WHOLE + "/api/whoami"), token()))
                        .get("caller"))
                .isEqualTo(JO_SALES.luid());
    }

    @Test
    @OperateOnDeployment("whole")
    void whole_nothingIsRegisteredTwice_andStandsWhereDeclared() {
        Registered registered = Registered.in(WHOLE, token());

        registered.assertOnce("org.vizgate.servlet.TableauAuthFilter", "/api/*");
        assertThat(registered.mappings("Token")).isEqualTo("[/signin/token]");
        assertThat(Http.get(URI.create(WHOLE + "/oauth/token")).status()).isEqualTo(404);
    }

    @Test
    @OperateOnDeployment("filterOnly")
    void filterOnly_theServletsRegisterThemselves() {
        Registered registered = Registered.in(FILTER_ONLY, Callers.token(FILTER_ONLY));

        registered.assertOnce("org.vizgate.servlet.TableauAuthFilter", "/api/*");
        assertThat(registered.mappings("Token")).isEqualTo("[/oauth/token, /oauth2/token]");
    }

    private static String token() {
        return Callers.newToken(OAuthClient.registerAt(WHOLE, "/signin"));
    }
}
