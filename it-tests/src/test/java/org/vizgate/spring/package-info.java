/**
 * The gate in Spring Boot, whose embedded Tomcat runs no initializer of a jar. The same tests run with Spring Boot 3 and 4,
 * each in a Java process of its own; they are compiled against 3.
 */
@NullMarked
package org.vizgate.spring;

import org.jspecify.annotations.NullMarked;
