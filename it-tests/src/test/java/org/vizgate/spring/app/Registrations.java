package org.vizgate.spring.app;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Servlet;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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

import static org.springframework.core.Ordered.HIGHEST_PRECEDENCE;

/** The recipe beside README.md: filter and servlets as beans, each where the application wants it. */
@Configuration
public class Registrations {
    @Bean
    FilterRegistrationBean<TableauAuthFilter> gate() {
        FilterRegistrationBean<TableauAuthFilter> gate = new FilterRegistrationBean<>(new TableauAuthFilter());
        gate.setOrder(HIGHEST_PRECEDENCE);
        gate.addUrlPatterns("/*");
        gate.setDispatcherTypes(DispatcherType.REQUEST);
        return gate;
    }

    @Bean
    ServletRegistrationBean<Servlet> authorize() {
        return new ServletRegistrationBean<>(new AuthorizeServlet(), "/oauth/authorize");
    }

    @Bean
    ServletRegistrationBean<Servlet> consent() {
        return new ServletRegistrationBean<>(new ConsentServlet(), "/oauth/consent");
    }

    @Bean
    ServletRegistrationBean<Servlet> callback() {
        return new ServletRegistrationBean<>(new CallbackServlet(), "/Callback");
    }

    @Bean
    ServletRegistrationBean<Servlet> token() {
        return new ServletRegistrationBean<>(new TokenServlet(), "/oauth/token");
    }

    @Bean
    ServletRegistrationBean<Servlet> revoke() {
        return new ServletRegistrationBean<>(new RevokeServlet(), "/oauth/revoke");
    }

    @Bean
    ServletRegistrationBean<Servlet> register() {
        return new ServletRegistrationBean<>(new RegisterServlet(), "/oauth/register");
    }

    @Bean
    ServletRegistrationBean<Servlet> keys() {
        return new ServletRegistrationBean<>(new KeySetServlet(), "/oauth/jwks");
    }

    @Bean
    ServletRegistrationBean<Servlet> health() {
        return new ServletRegistrationBean<>(new HealthServlet(), "/oauth/health");
    }

    @Bean
    ServletRegistrationBean<Servlet> status() {
        return new ServletRegistrationBean<>(new StatusServlet(), "/oauth/status");
    }

    @Bean
    ServletRegistrationBean<Servlet> resourceMetadata() {
        return new ServletRegistrationBean<>(
                new ResourceMetadataServlet(),
                "/.well-known/oauth-protected-resource",
                "/.well-known/oauth-protected-resource/*");
    }

    @Bean
    ServletRegistrationBean<Servlet> serverMetadata() {
        return new ServletRegistrationBean<>(
                new ServerMetadataServlet(),
                "/.well-known/oauth-authorization-server",
                "/.well-known/openid-configuration");
    }
}
