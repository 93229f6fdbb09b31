package org.ronghe.match.duplicate;

import java.util.List;
import org.ronghe.match.text.Tongue;

/// Sentences of many fields as reports have them. Where few sentences are at hand, their own middle
/// says what they are about and not how people write; with these among them it does the latter.
final class UsualSentences {
  private static final List<String> CHINESE =
      List.of(
          "本研究以三年田间试验为基础，比较了不同施肥方式对水稻产量的影响。",
          "项目组开发了一套面向中小企业的财务软件，已有二十家单位使用。",
          "患者随机分为两组，随访十二个月后记录复发情况。",
          "该桥梁在设计荷载作用下的最大挠度小于规范限值。",
          "结果表明，新算法的识别准确率高于现有方法。",
          "课题来源于省科技计划，起止时间为两年。",
          "催化剂在连续运行五百小时后活性没有明显下降。",
          "论文讨论了地方政府债务的形成原因和治理对策。",
          "样机通过了第三方检测，各项指标达到合同要求。",
          "我们采集了沿江十个断面的水样，测定了重金属含量。",
          "该技术已获得两项发明专利，并制定了企业标准。",
          "学生问卷显示，混合式教学提高了课堂参与度。",
          "激光器的输出功率稳定，光束质量满足加工需要。",
          "古代文献的版本差异给校勘工作带来了困难。",
          "新型疫苗在动物模型中诱导了较强的免疫反应。",
          "矿井通风系统改造后，瓦斯浓度明显降低。",
          "平台提供数据存储、共享和可视化服务。",
          "合金经热处理后强度提高，塑性基本不变。",
          "产品在北方冬季的户外环境中运行正常。",
          "今后将继续扩大试验范围，完善推广模式。");

  private static final List<String> ENGLISH =
      List.of(
          "Field trials over three years compared the yield of rice under different fertilisers.",
          "The team developed accounting software for small firms, which twenty of them now use.",
          "Patients were divided into two groups at random and followed for twelve months.",
          "The deflection of the bridge under the design load stays below the limit of the code.",
          "The results show that the new algorithm is more accurate than earlier methods.",
          "The work was funded by a programme of the province and lasted two years.",
          "The catalyst lost hardly any activity during five hundred hours of operation.",
          "The paper discusses why local governments run into debt and what can be done about it.",
          "The prototype was tested by a third party and fulfils the contract.",
          "Water samples from ten sections of the river were analysed for heavy metals.",
          "Two patents were granted and a company standard was written.",
          "A survey among students shows that blended teaching makes them take part more often.",
          "The output of the laser is stable and its beam is good enough for machining.",
          "Different editions of ancient texts make it hard to establish the original wording.",
          "The new vaccine caused a strong immune response in animals.",
          "After the ventilation of the mine was rebuilt, there was much less gas.",
          "The platform stores, shares and displays measurements.",
          "Heat treatment made the alloy stronger while it remained ductile.",
          "The product works outdoors in the northern winter.",
          "Future work will extend the trials and improve how the method is spread.");

  private UsualSentences() {}

  static List<String> in(Tongue tongue) {
    return switch (tongue) {
      case CHINESE -> CHINESE;
      case ENGLISH -> ENGLISH;
    };
  }
}
