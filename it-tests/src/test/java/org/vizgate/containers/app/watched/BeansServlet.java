package org.vizgate.containers.app.watched;

import java.io.IOException;
import java.lang.management.ManagementFactory;

import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Tells which gates JMX shows in this Java process: name, issuer and events. */
@WebServlet("/api/beans")
public class BeansServlet extends HttpServlet {
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        MBeanServer jmx = ManagementFactory.getPlatformMBeanServer();
        response.setContentType("text/plain;charset=UTF-8");
        try {
            for (ObjectName gate : jmx.queryNames(new ObjectName("org.vizgate:type=Gate,*"), null)) {
                response.getWriter()
                        .println(gate + " " + jmx.getAttribute(gate, "Issuer") + " "
                                + String.valueOf(jmx.getAttribute(gate, "Events"))
                                        .replaceAll("\\s+", " "));
            }
        } catch (JMException e) {
            response.getWriter().println(e);
        }
    }
}
