package org.ronghe.platform.facts.internal;

import org.ronghe.platform.facts.dictionary.Dictionary;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of the fact base that are no services.
@Configuration(proxyBeanMethods = false)
class FactsConfiguration {
  @Bean
  Dictionary dictionary() {
    return Dictionary.shipped();
  }
}
