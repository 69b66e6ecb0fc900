package org.vizgate.containers.app.added;

import java.util.EnumSet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

import org.vizgate.servlet.AuthorizeServlet;
import org.vizgate.servlet.CallbackServlet;
import org.vizgate.servlet.ConsentServlet;
import org.vizgate.servlet.HealthServlet;
import org.vizgate.servlet.KeySetServlet;
import org.vizgate.servlet.RegisterServlet;
import org.vizgate.servlet.ResourceMetadataServlet;
import org.vizgate.servlet.RevokeServlet;
import org.vizgate.servlet.ServerMetadataServlet;
import org.vizgate.servlet.StatusServlet;
import org.vizgate.servlet.TableauAuthFilter;
import org.vizgate.servlet.TokenServlet;

@WebListener
public class GateListener implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        FilterRegistration.Dynamic gate = context.addFilter("gate", TableauAuthFilter.class);
        gate.setAsyncSupported(true);
        gate.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");

        context.addServlet("authorize", AuthorizeServlet.class).addMapping("/oauth/authorize");
        context.addServlet("consent", ConsentServlet.class).addMapping("/oauth/consent");
        context.addServlet("token", TokenServlet.class).addMapping("/oauth/token");
        context.addServlet("revoke", RevokeServlet.class).addMapping("/oauth/revoke");
        context.addServlet("register", RegisterServlet.class).addMapping("/oauth/register");
        context.addServlet("keys", KeySetServlet.class).addMapping("/oauth/jwks");
        context.addServlet("health", HealthServlet.class).addMapping("/oauth/health");
        context.addServlet("status", StatusServlet.class).addMapping("/oauth/status");
        context.addServlet("callback", CallbackServlet.class).addMapping("/Callback");
        context.addServlet("resource", ResourceMetadataServlet.class)
                .addMapping("/.well-known/oauth-protected-resource", "/.well-known/oauth-protected-resource/*");
        context.addServlet("server", ServerMetadataServlet.class)
                .addMapping("/.well-known/oauth-authorization-server", "/.well-known/openid-configuration");
    }
}
