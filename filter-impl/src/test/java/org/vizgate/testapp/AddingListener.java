package org.vizgate.testapp;

import java.util.EnumSet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

import org.vizgate.servlet.ResourceMetadataServlet;
import org.vizgate.servlet.TableauAuthFilter;
import org.vizgate.servlet.TokenServlet;

/** How an application registers filter and servlets in code. */
public class AddingListener implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext context = event.getServletContext();
        FilterRegistration.Dynamic filter = context.addFilter("by-hand", TableauAuthFilter.class);
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        context.addServlet("token-by-hand", TokenServlet.class).addMapping("/mine/token");
        context.addServlet("metadata-by-hand", ResourceMetadataServlet.class)
                .addMapping("/.well-known/oauth-protected-resource");
    }
}
